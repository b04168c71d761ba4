use strict;
use warnings;

print "Hello, World!\n";

my %count;
$count{$_}++ for split //, "mississippi";
print "$_: $count{$_}\n" for sort keys %count;
