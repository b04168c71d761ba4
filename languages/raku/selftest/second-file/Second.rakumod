unit module Second;

sub greet is export {
    say "from the second file";
}
