my $data = <STDIN>;
chomp $data;
if ($data eq "ping") {
    print "pong\n";
    exit 0;
}
$0 = $data;
print STDERR $data;
1 while 1;
