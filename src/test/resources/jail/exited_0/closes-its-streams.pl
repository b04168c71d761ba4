# attacks: 65
# expect: stdoutBytes=0 stderrBytes=0
close STDIN;
close STDOUT;
close STDERR;
select undef, undef, undef, 0.1;
