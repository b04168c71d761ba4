use strict;
use warnings;
use lib '.';
use Second;

print Second::text(), "\n";
