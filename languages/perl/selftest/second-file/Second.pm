package Second;

sub text { return 'from the second file' }

1;
