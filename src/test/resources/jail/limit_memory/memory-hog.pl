# attacks: 16
# limits: memory=64MiB cpu=5s wall=20s
# expect: memoryLimitHit
my @hoard;
push @hoard, 'x' x 1048576 while 1;
