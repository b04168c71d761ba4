<?php
// attacks: 60: one line here, one there, for ever
// terminal: too
// limits: output=64KiB wall=20s
// expect: stdoutBytes<=65536 stderrBytes<=65536
for (;;) {
    fwrite(STDOUT, "more and more\n");
    fwrite(STDERR, "more and more\n");
}
