package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Collect;
import dev.sandlot.sandbox.Job;
import dev.sandlot.sandbox.Limit;
import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Outcome;
import dev.sandlot.sandbox.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The hostile programs of the self-test. Every root file system has the shell and the Perl that
/// they are written in.
final class SelfTestProbes {

    private static final Limits LIMITS =
            new Limits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(30),
                    MemorySize.ofMib(64),
                    MemorySize.ofKib(16),
                    16,
                    MemorySize.ofMib(1));

    private static final String NOTHING_ESCAPED = "held\n";

    /// Grows to four times what it may have.
    private static final String HOG = "my $x; $x .= chr(65 + $_ % 26) x 1048576 for 1 .. 256;";

    private static final String FORK_BOMB =
            """
            for (1 .. 1000) {
                my $pid = fork;
                if (!defined $pid) { print "held\\n"; exit 0 }
                if ($pid == 0) { sleep 60; exit 0 }
            }
            """;

    private static final String BIG_FILE =
            """
            open(my $f, '>', '/tmp/big') or die "open: $!";
            for (1 .. 64) { syswrite($f, 'x' x 65536) // die "write: $!" }
            """;

    /// System calls that no program gets: each that succeeds is printed.
    private static final String SYSTEM_CALLS =
            """
            my @calls = (
                ['ptrace', 101, 0, 0, 0, 0], ['unshare user', 272, 0x10000000],
                ['unshare mount', 272, 0x20000], ['unshare net', 272, 0x40000000],
                ['bpf', 321, 0, 0, 0], ['io_uring_setup', 425, 1, 0], ['userfaultfd', 323, 0],
                ['keyctl', 250, 0, -3, 0], ['perf_event_open', 298, 0, 0, -1, -1, 0],
                ['syslog', 103, 10, 0, 0], ['sethostname', 170, 'x', 1], ['chroot', 161, '/tmp'],
                ['mount', 165, 'none', '/tmp', 'tmpfs', 0, 0], ['setuid 0', 105, 0],
                ['process_vm_readv', 310, 1, 0, 0, 0, 0, 0], ['memfd_secret', 447, 0],
                ['socket vsock', 41, 40, 1, 0], ['socket alg', 41, 38, 5, 0],
                ['socket packet', 41, 17, 3, 0], ['socket netfilter', 41, 16, 3, 12],
                ['shmget', 29, 0, 4096, 0600],
            );
            for my $call (@calls) {
                my ($name, $number, @args) = @$call;
                print "$name\\n" if syscall($number, @args) >= 0;
            }
            print "held\\n";
            """;

    /// What the kernel says of the program itself.
    private static final String PRIVILEGES =
            """
            my %is;
            open(my $f, '<', '/proc/self/status') or die "status: $!";
            while (<$f>) { $is{$1} = $2 if /^(\\w+):\\s*(.*?)\\s*$/ }
            print "privileges\\n" if $is{NoNewPrivs} ne '1';
            print "no filter\\n" if $is{Seccomp} ne '2';
            for (qw(CapInh CapPrm CapEff CapBnd CapAmb)) { print "$_\\n" if $is{$_} =~ /[^0]/ }
            print "root\\n" if $< == 0 || $> == 0;
            opendir(my $d, '/proc') or die "proc: $!";
            for (grep { /^\\d+$/ } readdir $d) { print "process $_\\n" if $_ > 64 }
            print "held\\n";
            """;

    /// Writes wherever it can.
    private static final String WRITER =
            """
            open(my $m, '<', '/proc/self/mountinfo') or die "mountinfo: $!";
            my @folders = qw(/ /usr /usr/bin /etc /bin /lib /var /opt /home /root /sbin /dev /proc);
            while (<$m>) { push @folders, (split ' ')[4] }
            for my $folder (@folders) {
                next if $folder =~ m{^/(tmp|work|dev/shm)$};
                if (open(my $f, '>', "$folder/written-by-a-jail")) { print "$folder\\n" }
                elsif (-d $folder && $!{ENOSPC}) { print "$folder: $!\\n" }
            }
            print "held\\n";
            """;

    /// Looks for the host: its files, its network, its environment.
    private static final String SPY =
            """
            use Socket;
            my ($canary, $port) = @ARGV;
            for ($canary, '/etc/sandlot', '/var/lib/sandlot/root', '/var/lib/sandlot/data', '/run/sandlot', '/sys/fs/cgroup/memory',
                 '/sys/kernel', '/dev/mem', '/dev/kvm', '/dev/vsock', '/dev/sda', '/dev/vda') {
                print "$_\\n" if -e $_;
            }
            print "shadow\\n" if open(my $f, '<', '/etc/shadow');
            for (keys %ENV) { print "env $_\\n" unless /^(PATH|HOME|TMPDIR|LANG|PROBE)$/ }
            print "no variable\\n" if $ENV{PROBE} ne 'given';
            for (['127.0.0.1', $port], ['169.254.169.254', 80], ['1.1.1.1', 53]) {
                socket(my $s, PF_INET, SOCK_STREAM, 0) or next;
                local $SIG{ALRM} = sub { die };
                eval {
                    alarm 1;
                    print "network $$_[0]\\n" if connect($s, sockaddr_in($$_[1], inet_aton($$_[0])));
                };
                alarm 0;
            }
            print "held\\n";
            """;

    /// Looks for what the last job left, and leaves the same.
    private static final String LEAVER =
            """
            for (qw(/tmp/left /work/left /dev/shm/left)) {
                print "$_\\n" if -e $_;
                open(my $f, '>', $_);
            }
            print "held\\n";
            """;

    private final GuardedRoot root;

    /// @param root whose jails are attacked
    SelfTestProbes(GuardedRoot root) {
        this.root = root;
    }

    /// @param port on which this process listens
    /// @param canary a file that this process can read
    List<Probe> all(int port, Path canary) {
        List<Probe> probes = new ArrayList<>(limits());
        for (Profile profile : Profile.values()) {
            probes.addAll(isolation(profile, port, canary));
            for (int i = 0; i <= root.slots(profile); i++) {
                probes.add(held("hides what an earlier job left", profile, LEAVER));
            }
        }
        return probes;
    }

    private List<Probe> limits() {
        Limits shortCpu = withTimes(Duration.ofMillis(200), Duration.ofSeconds(30));
        Limits shortWall = withTimes(Duration.ofSeconds(2), Duration.ofMillis(300));
        return List.of(
                exceeded("stops a loop", Limit.CPU_TIME, shortCpu, "1 while 1"),
                exceeded("stops a sleeper", Limit.WALL_TIME, shortWall, "sleep 60"),
                exceeded("limits memory", Limit.MEMORY, LIMITS, HOG),
                exceeded("limits output", Limit.OUTPUT, LIMITS, "print 'flood' x 1000 while 1"),
                exceeded("limits the size of files", Limit.FILE_SIZE, LIMITS, BIG_FILE),
                new Probe(
                        "limits the number of processes",
                        job(Profile.RUN, LIMITS, List.of("/usr/bin/perl", "-e", FORK_BOMB)),
                        seen ->
                                seen.result().processLimitHit()
                                        && seen.output().contains(NOTHING_ESCAPED)),
                new Probe(
                        "reports an exit code",
                        job(Profile.RUN, LIMITS, List.of("/bin/sh", "-c", "exit 7")),
                        seen -> seen.result().outcome().equals(new Outcome.Exited(7))));
    }

    private List<Probe> isolation(Profile profile, int port, Path canary) {
        return List.of(
                held("denies dangerous system calls", profile, SYSTEM_CALLS),
                held("takes away privileges", profile, PRIVILEGES),
                held("keeps its root read-only", profile, WRITER),
                held(
                        "hides the host's files, network and environment",
                        profile,
                        SPY,
                        canary.toAbsolutePath().toString(),
                        String.valueOf(port)));
    }

    private Probe exceeded(String promise, Limit limit, Limits limits, String program) {
        Outcome expected = new Outcome.LimitExceeded(limit);
        return new Probe(
                promise,
                job(Profile.RUN, limits, List.of("/usr/bin/perl", "-e", program)),
                seen -> seen.result().outcome().equals(expected));
    }

    private Probe held(String promise, Profile profile, String program, String... args) {
        List<String> argv = new ArrayList<>(List.of("/usr/bin/perl", "-e", program));
        argv.addAll(List.of(args));
        Predicate<Probe.Observation> kept =
                seen ->
                        seen.output().equals(NOTHING_ESCAPED)
                                && seen.result().outcome().equals(new Outcome.Exited(0));
        return new Probe(promise, job(profile, LIMITS, argv), kept);
    }

    private Job job(Profile profile, Limits limits, List<String> argv) {
        return new Job(
                profile,
                root.name(),
                argv,
                Map.of("PROBE", "given"),
                List.of(),
                new byte[0],
                false,
                false,
                limits,
                Collect.NOTHING,
                SelfTest.CLIENT);
    }

    private static Limits withTimes(Duration cpuTime, Duration wallTime) {
        return new Limits(
                cpuTime,
                wallTime,
                LIMITS.memory(),
                LIMITS.output(),
                LIMITS.processes(),
                LIMITS.fileSize());
    }
}
