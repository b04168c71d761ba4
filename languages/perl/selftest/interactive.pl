$| = 1;
print "Name? ";
my $name = <STDIN>;
print "Hello, $name";
