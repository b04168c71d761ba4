<?php
// attacks: 16
// or: exited_255
// limits: memory=64MiB cpu=5s wall=20s
$hoard = [];
while (true) {
    $hoard[] = str_repeat('x', 1 << 20);
}
