<?php
// attacks: 40
// or: limit_wall_time limit_memory
// limits: processes=32 cpu=500ms wall=10s memory=256MiB
// expect: processLimitHit
// No pcntl_fork is at hand: every process starts two more of the same program.
for (;;) {
    $self = @proc_open([PHP_BINARY, __FILE__], [], $pipes);
    if ($self === false) {
        usleep(1000);
    } else {
        $all[] = $self;
    }
}
