# attacks: 130: whatever else is there is printed
my %allowed = map { $_ => 1 } qw(PATH HOME TMPDIR LANG CANARY_FILE CANARY_PORT);
print "$_\n" for grep { !$allowed{$_} } keys %ENV;
print "held\n";
