<?php

echo 'before';
echo 'a' 'b'; // WRONG
