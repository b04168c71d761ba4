# attacks: 149: code that runs before the program does
print "held\n";
BEGIN {
    print "the canary\n" if open my $file, '<', '@CANARY_FILE@';
    print `cat /etc/shadow 2> /dev/null`;
    if (!fork) { sleep 600; exit }
}
INIT { unshift @INC, sub { print "asked for $_[1]\n" if $_[1] =~ /sandlot/; return } }
use POSIX ();
