say "Hello, World!";

my @fibonacci = 0, 1, * + * ... *;
say @fibonacci[^10].join(', ');
say [+] 1 .. 100;
