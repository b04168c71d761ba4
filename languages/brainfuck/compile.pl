#!/usr/bin/perl
# compile FILE: makes the program main, by way of C. There are 65,536 cells of a byte, and beyond the last one comes the first. At the end of the
# input a byte is 0.
use strict;
use warnings;

my %steps = ( '+' => 'cell[at] += %d;', '-' => 'cell[at] -= %d;', '>' => 'at += %d;', '<' => 'at -= %d;' );
my %other = (
    '.' => 'putchar(cell[at]);',
    ',' => 'cell[at] = next();',
    '[' => 'while (cell[at]) {',
    ']' => '}',
);

my ($name) = @ARGV;
my @open;
my $failed = 0;
my $body   = '';

open my $source, '<:encoding(UTF-8)', $name or die "$name: $!\n";
while ( my $line = <$source> ) {
    while ( $line =~ /([-+<>])\g1*|[.,\[\]]/g ) {
        my ( $word, $column ) = ( $&, $-[0] + 1 );
        my $kind = substr $word, 0, 1;
        $body .= sprintf( $steps{$kind} // $other{$kind}, length $word ) . "\n";
        if ( $kind eq '[' ) {
            push @open, [ $., $column ];
        }
        elsif ( $kind eq ']' and not pop @open ) {
            fault( $., $column, 'there is no [ for this ]' );
        }
    }
}
fault( @$_, 'there is no ] for this [' ) for @open;
exit 1 if $failed;

open my $c, '|-', 'gcc -O1 -w -x c -o main -' or die "gcc: $!\n";
print $c <<"END";
#include <stdio.h>
#include <stdint.h>
static uint8_t cell[65536];
static int next(void) { int c; fflush(stdout); c = getchar(); return c == EOF ? 0 : c; }
int main(void) { uint16_t at = 0;
$body
return 0; }
END
close $c or exit 1;

sub fault {
    my ( $line, $column, $message ) = @_;
    print STDERR "$name:$line:$column: error: $message\n";
    $failed = 1;
}
