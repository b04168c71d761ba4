<?php
// attacks: 130: whatever else is there is printed
$allowed = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'CANARY_FILE', 'CANARY_PORT'];
foreach (array_diff(array_keys(getenv()), $allowed) as $name) {
    echo $name, "\n";
}
echo "held\n";
