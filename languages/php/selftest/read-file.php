<?php

echo file_get_contents('test.txt');
