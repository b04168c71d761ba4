my $name = prompt "Name? ";
say "Hello, $name";
