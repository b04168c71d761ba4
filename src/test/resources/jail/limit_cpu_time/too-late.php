<?php
// attacks: 13: would end beyond its limit
// limits: cpu=600ms wall=20s
do {
    $usage = getrusage();
    $used = $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
} while ($used < 0.8 * @TIME_FACTOR@);
echo "held\n";
