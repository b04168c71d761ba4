<?php
// attacks: 76: 16 MB each, until no space is left
// limits: memory=256MiB cpu=5s wall=20s fileSize=16MiB
// expect: !memoryLimitHit
$block = str_repeat('x', 16000000);
foreach (['/work', '/tmp', '/dev/shm'] as $folder) {
    $full = false;
    for ($i = 0; $i < 30; $i++) {
        $full = $full || @file_put_contents("$folder/big$i", $block) !== strlen($block);
    }
    if (!$full) {
        echo "$folder never got full\n";
    }
}
echo "held\n";
