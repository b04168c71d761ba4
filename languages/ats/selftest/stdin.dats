#include "share/atspre_staload.hats"
%{^
#include <stdio.h>
%}

extern fun read_int (): int = "ext#read_int"
extern fun next_char (): int = "ext#getchar"
extern fun put_char (c: int): int = "ext#putchar"
%{
int read_int() { int n = 0; if (scanf("%d", &n) != 1) n = -1; return n; }
%}

fun copy (c: int): void =
  if c >= 0 then let val _ = put_char c in copy (next_char ()) end

implement main0 () = let
  val a = read_int ()
  val b = read_int ()
  val _ = next_char ()
in
  println! (a + b);
  copy (next_char ())
end
