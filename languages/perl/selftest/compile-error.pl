use strict;
print "before\n";
print $undeclared; # WRONG
