<?php
// attacks: 149: code that runs before the program does
// Functions of a file are there before its first line runs; what is included runs while it is read.
file_put_contents('/tmp/early.php', "<?php if (@file_get_contents('@CANARY_FILE@') !== false) { echo \"the canary\\n\"; }\nregister_shutdown_function(fn () => print(''));");
include '/tmp/early.php';
foreach (['/etc/shadow', 'php://filter/resource=@CANARY_FILE@', 'file://@CANARY_FILE@', 'http://169.254.169.254/', 'phar:///etc/passwd'] as $secret) {
    if (@file_get_contents($secret) !== false) {
        echo $secret, "\n";
    }
}
foreach (['auto_prepend_file', 'open_basedir', 'disable_functions', 'memory_limit'] as $setting) {
    ini_set($setting, '/tmp/early.php');
}
echo "held\n";
