# attacks: 13: ends within its limit
# limits: cpu=600ms wall=20s
my ($user, $system);
do { ($user, $system) = times } while $user + $system < 0.4;
print "held\n";
