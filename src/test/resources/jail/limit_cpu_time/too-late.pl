# attacks: 13: would end beyond its limit
# limits: cpu=600ms wall=20s
my ($user, $system);
do { ($user, $system) = times } while $user + $system < 0.8 * @TIME_FACTOR@;
print "held\n";
