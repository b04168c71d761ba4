#!/usr/bin/perl
# run PROGRAM: bwBASIC without its banner, and without its prompt where a program ends or fails. An error's message goes to the standard error, with
# the line of the file.
use strict;
use warnings;

my ($program) = @ARGV;
my $banner    = 4;     # lines
my $failed    = 0;
my $held      = '';    # an empty line precedes an error's message and follows a program's end
my $begun     = 0;     # whether a part of the line has been shown
$| = 1;

my $pid = open my $basic, '-|', '/usr/bin/stdbuf', '-o0', '/usr/bin/bwbasic', $program or die "bwbasic: $!\n";
my $text = '';
while ( sysread $basic, $text, 4096, length $text ) {
    while ( $text =~ s/^([^\n]*)\n// ) {
        line($1);
    }
    last if $text eq 'bwBASIC: ' and not $begun;
    if ( $text ne '' and not $banner and ( $begun or not ours($text) ) ) {
        show($text);
        $begun = 1;
        $text  = '';
    }
}
kill 'TERM', $pid;
exit $failed;

# Whether this is, or may become, what bwBASIC says by itself.
sub ours {
    my ($line) = @_;
    for my $words ( 'bwBASIC: ', 'ERROR in line ' ) {
        return 1 if index( $line, $words ) == 0 or index( $words, $line ) == 0;
    }
    return $failed;
}

sub show {
    print $held, @_;
    $held = '';
}

sub line {
    my ($line) = @_;
    if ($banner) {
        $banner--;
    }
    elsif ($begun) {
        show("$line\n");
        $begun = 0;
    }
    elsif ( $line =~ /^ERROR in line (\d+): (.*)/ ) {
        $held   = '';
        $failed = 1;
        print STDERR "$program:", line_of($1), ": $2\n";
    }
    elsif ($failed) {
        print STDERR "$line\n";
    }
    elsif ( $line eq '' ) {
        show() if $held;
        $held = "\n";
    }
    else {
        show("$line\n");
    }
}

# A program's lines bear numbers of their own.
sub line_of {
    my ($number) = @_;
    open my $source, '<', $program or return $number;
    while (<$source>) {
        return $. if /^\s*\Q$number\E\b/;
    }
    return $number;
}
