#!/usr/bin/perl
# wait.pl COMMAND MAIN OPTION...
# Starts the compiler with a main file that isn't there yet, a pipe: MLton reads it once it has looked through the basis library, which takes
# most of its time. The program comes on standard input (docs/add-a-language.md).
use strict;
use warnings;
use POSIX ();

my @usual = @ARGV;
my $main = $usual[1];
$SIG{CHLD} = sub { POSIX::_exit(1) };
$SIG{PIPE} = 'IGNORE';
POSIX::mkfifo($main, 0600) or die "mkfifo: $!";
my $compiler = fork // die "fork: $!";
if (!$compiler) {
    open STDIN, '<', '/dev/null' or die "/dev/null: $!";
    exec @usual or die "$usual[0]: $!";
}
open my $pipe, '>:raw', $main or die "$main: $!"; # waits until the compiler reads
$SIG{CHLD} = 'DEFAULT';
syswrite STDOUT, 'ready ' . processor_ms($compiler) . "\n";

binmode STDIN;
my @command = map { text() } 1 .. number();
my %files = map { my $name = text(); $name => text() } 1 .. number();
my $as_usual = "@command" eq "@usual" && exists $files{$main} && !exists $files{$main =~ s/\.[^.]*$/.mlb/r};
my $program = $files{$main};
if ($as_usual) {
    delete $files{$main};
} else {
    kill 'KILL', $compiler;
    waitpid $compiler, 0;
    unlink $main;
}
for my $name (keys %files) {
    make_folders($name);
    open my $file, '>:raw', $name or die "$name: $!";
    print {$file} $files{$name};
    close $file or die "$name: $!";
}
if (!$as_usual) {
    exec @command or die "$command[0]: $!";
}
print {$pipe} $program;
close $pipe;
waitpid $compiler, 0;
kill $? & 127, $$ if $? & 127;
POSIX::_exit($? >> 8);

sub processor_ms {
    my ($pid) = @_;
    open my $stat, '<', "/proc/$pid/stat" or return 0;
    my @fields = split ' ', (<$stat> =~ s/.*\) //r);
    return int(($fields[11] + $fields[12]) * 1000 / POSIX::sysconf(POSIX::_SC_CLK_TCK()));
}

sub number {
    return unpack 'N', bytes(4);
}

sub text {
    return bytes(number());
}

sub bytes {
    my ($length) = @_;
    my $bytes = '';
    while (length $bytes < $length) {
        read(STDIN, $bytes, $length - length $bytes, length $bytes) or POSIX::_exit(1);
    }
    return $bytes;
}

sub make_folders {
    my ($name) = @_;
    my @parents = split m{/}, $name;
    pop @parents;
    my $folder = '';
    for (@parents) {
        $folder .= "$_/";
        mkdir $folder or $!{EEXIST} or die "$folder: $!";
    }
}
