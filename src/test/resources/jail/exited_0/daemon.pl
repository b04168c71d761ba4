# attacks: 44: its daemon dies with it and says nothing more
# terminal: too
# expect: stdout=held
use POSIX qw(setsid);
$SIG{HUP} = 'IGNORE';
if (!fork) {
    setsid;
    if (!fork) {
        select undef, undef, undef, 0.2;
        syswrite STDOUT, "still here\n";
        sleep 600;
    }
    POSIX::_exit(0);
}
print "held\n";
