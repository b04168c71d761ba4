<?php
// attacks: 65
// expect: stdoutBytes=0 stderrBytes=0
fclose(STDIN);
fclose(STDOUT);
fclose(STDERR);
usleep(100000);
