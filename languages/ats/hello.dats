#include "share/atspre_staload.hats"

// A number that is never negative, and a sum that the compiler proves to be none.
fun sum {n:nat} (n: int n): int = if n = 0 then 0 else n + sum (n - 1)

implement main0 () = begin
  println! ("Hello, World!");
  println! ("The sum of 1 to 10 is ", sum 10)
end
