<?php

require 'second.php';

echo text(), "\n";
