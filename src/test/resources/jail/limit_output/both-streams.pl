# attacks: 60: one line here, one there, for ever
# terminal: too
# limits: output=64KiB wall=20s
# expect: stdoutBytes<=65536 stderrBytes<=65536
$| = 1;
while (1) {
    print "more and more\n";
    print STDERR "more and more\n";
}
