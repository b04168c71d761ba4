# attacks: 76: 16 MB each, until no space is left
# limits: memory=256MiB cpu=5s wall=20s fileSize=16MiB
# expect: !memoryLimitHit
for my $folder (qw(/work /tmp /dev/shm)) {
    my $full = 0;
    for my $i (1 .. 30) {
        open(my $file, '>', "$folder/big$i") or last;
        my $written = syswrite($file, 'x' x 16000000);
        $full ||= !defined $written && $!{ENOSPC};
    }
    print "$folder never got full\n" unless $full;
}
print "held\n";
