1; % a script, not a function file

function y = fib(n)
  y = round((((1 + sqrt(5)) / 2) .^ n) / sqrt(5));
end

printf("Hello, World!\n");
A = magic(4);
printf("Rows of the magic square add up to %d.\n", sum(A(1, :)));
disp(fib(1:10));
