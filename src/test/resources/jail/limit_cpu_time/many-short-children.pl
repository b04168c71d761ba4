# attacks: 6: every child ends long before any limit of one process
# limits: cpu=400ms wall=20s
while (1) {
    my $child = fork;
    if (!$child) {
        my $sum = 0;
        $sum += $_ for 1 .. 20000;
        exit 0;
    }
    waitpid $child, 0;
}
