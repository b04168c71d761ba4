#include "share/atspre_staload.hats"

implement main0 () = let
  val unused = 1
in
  println! (undeclared) // WRONG
end
