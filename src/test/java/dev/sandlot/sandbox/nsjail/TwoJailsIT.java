package dev.sandlot.sandbox.nsjail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.attack.Attacks;
import dev.sandlot.sandbox.Heard;
import dev.sandlot.sandbox.Heard.Running;
import dev.sandlot.sandbox.Jobs;
import dev.sandlot.sandbox.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// One jail does something and stays; another looks for it at the same time, and a third
/// afterwards.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class TwoJailsIT {

    private static final String NOTHING = "nothing\n";

    private NsjailSandbox sandbox;

    @BeforeAll
    void open() {
        sandbox = RealSandbox.open(3, 1);
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Attacks({81, 104})
    @Test
    void filesProcessesAndAddressesOfOneAreNotTheOthers() {
        Running one =
                stays(
                        """
                        use IO::Socket;
                        open(my $f, '>', "$_/left-by-one") for qw(/tmp /work /dev/shm);
                        $0 = 'one-of-two';
                        my $tcp = IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1', LocalPort => 4242) or die;
                        socket(my $unix, PF_UNIX, SOCK_STREAM, 0);
                        bind($unix, pack_sockaddr_un("\\0one-of-two")) && listen($unix, 1) or die;
                        """);
        String look =
                """
                use IO::Socket;
                my @found = grep { -e } map { "$_/left-by-one" } qw(/tmp /work /dev/shm /var/tmp);
                push @found, 'a process' if grep { open(my $f, '<', $_) && <$f> =~ /one-of-two/ } glob('/proc/[0-9]*/cmdline');
                push @found, 'its port' if IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => 4242);
                push @found, 'its port is taken' if !IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1', LocalPort => 4242);
                socket(my $unix, PF_UNIX, SOCK_STREAM, 0);
                push @found, 'its address' if connect($unix, pack_sockaddr_un("\\0one-of-two"));
                push @found, 'its address is taken' if !bind($unix, pack_sockaddr_un("\\0one-of-two"));
                print @found ? "@found\\n" : "nothing\\n";
                """;

        assertThat(seenBy(look)).isEqualTo(NOTHING);
        end(one);
        assertThat(seenBy(look)).isEqualTo(NOTHING);
    }

    /// Nothing that is left in the kernel's tables by name.
    @Attacks({30, 81, 108})
    @Test
    void nothingNamedInTheKernelOutlivesOrLeavesAJail() {
        String name =
                """
                use POSIX ();
                my @found;
                for my $call (['a key', 248, "user\\0", "sandlot\\0", "x", 1, -3], ['its key', 249, "user\\0", "sandlot\\0", 0, 0],
                              ['shared memory', 29, 4242, 4096, 0666 | 01000], ['a queue', 68, 4242, 0666 | 01000], ['semaphores', 64, 4242, 1, 0666 | 01000],
                              ['a message queue', 240, "sandlot\\0", 0102, 0600, 0]) {
                    my ($what, $number, @arguments) = @$call;
                    push @found, $what if syscall($number, @arguments) >= 0;
                }
                print @found ? "@found\\n" : "nothing\\n";
                """;

        assertThat(seenBy(name)).isEqualTo(NOTHING);
        assertThat(seenBy(name)).isEqualTo(NOTHING);
    }

    /// A channel that stays, since both read the same file; docs/security says so. It ends with the
    /// jail that holds the lock.
    @Attacks({88, 129})
    @Test
    void aLockOnASharedFileIsSeenByTheOtherAndEndsWithItsJail() {
        String lock =
                """
                use Fcntl ':flock';
                open(my $shared, '<', '/usr/bin/perl') or die;
                my $free = flock($shared, LOCK_EX | LOCK_NB);
                """;
        String look = lock + "print $free ? \"nothing\\n\" : \"locked\\n\";";
        Running one = stays(lock);

        assertThat(seenBy(look)).isEqualTo("locked\n");
        end(one);
        assertThat(seenBy(look)).isEqualTo(NOTHING);
    }

    private Running stays(String script) {
        Running running =
                Heard.start(
                        sandbox,
                        Jobs.run("/usr/bin/perl", "-e", script + "$| = 1; print \"up\\n\"; <STDIN>")
                                .typed()
                                .job());
        running.heard().awaitOutput("up\n");
        return running;
    }

    private static void end(Running running) {
        running.execution().endInput();
        assertThat(running.result().outcome()).isEqualTo(new Outcome.Exited(0));
    }

    private String seenBy(String script) {
        Running running = Heard.start(sandbox, Jobs.run("/usr/bin/perl", "-e", script).job());
        assertThat(running.result().outcome())
                .as(running.heard().stderr())
                .isEqualTo(new Outcome.Exited(0));
        return running.heard().stdout();
    }
}
