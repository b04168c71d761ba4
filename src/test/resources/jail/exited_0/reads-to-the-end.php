<?php
// attacks: 64
// terminal: too
// stdin: one\ntwo\n
// expect: stdout=8
$all = stream_get_contents(STDIN);
echo strlen($all), "\n";
