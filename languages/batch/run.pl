#!/usr/bin/perl
# run PROGRAM [ARGUMENT...]: a batch file, by Wine's cmd, in a copy of the registry over the common tree of files. Lines may end as anywhere, in
# the program and in what it prints. Wine isn't given a terminal: on one it would draw a window of its own.
use strict;
use warnings;

my $template = '/opt/batch/prefix';
my $prefix   = '/tmp/wine';

make_prefix();
windows_lines($_) for glob '*.bat *.cmd';
exit run( '/usr/bin/wine-stable', 'cmd', '/c', @ARGV );

sub make_prefix {
    mkdir $_ for $prefix, "$prefix/dosdevices", "$prefix/drive_c";
    system 'cp', '-p', glob("$template/*.reg"), "$template/.update-timestamp", $prefix;
    symlink $_, "$prefix/drive_c/" . ( split '/' )[-1] for glob "$template/drive_c/{Program*,windows}";
    mkdir "$prefix/drive_c/users";
    symlink '../drive_c', "$prefix/dosdevices/c:";
    symlink '/',          "$prefix/dosdevices/z:";
}

sub windows_lines {
    my ($name) = @_;
    open my $in, '<:raw', $name or return;
    my $text = do { local $/; <$in> };
    $text =~ s/\r?\n/\r\n/g;
    open my $out, '>:raw', $name or return;
    print $out $text;
}

# Its exit code; what it prints without carriage returns.
sub run {
    my (@command) = @_;
    my @copies = map { copy($_) } *STDOUT, *STDERR;
    my $typing = -t STDIN ? typing() : undef;
    my $pid    = fork // die;
    if ( !$pid ) {
        delete $ENV{TMPDIR};    # with it, Wine's server crashes
        open STDIN, '<&', $typing->{from} if $typing;
        open STDOUT, '>&', $copies[0]{to};
        open STDERR, '>&', $copies[1]{to};
        exec @command;
    }
    close $_->{to} for @copies;
    waitpid $pid, 0;
    my $status = $?;
    kill 'KILL', $typing->{pid} if $typing;
    waitpid $_->{pid}, 0 for @copies;
    return $status & 127 ? 128 + ( $status & 127 ) : $status >> 8;
}

# A process that passes on to this file what is written to the pipe.
sub copy {
    my ($to) = @_;
    pipe my $out, my $in;
    my $pid = fork // die;
    return { pid => $pid, to => $in } if $pid;
    close $in;
    while ( sysread $out, my $text, 65536 ) {
        $text =~ tr/\r//d;
        syswrite $to, $text;
    }
    exit;
}

# A process that passes on what is typed.
sub typing {
    pipe my $out, my $in;
    my $pid = fork // die;
    return { pid => $pid, from => $out } if $pid;
    close $out;
    while ( sysread STDIN, my $text, 4096 ) {
        syswrite $in, $text;
    }
    exit;
}
