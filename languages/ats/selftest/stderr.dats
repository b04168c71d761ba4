#include "share/atspre_staload.hats"

implement main0 () = begin
  println! ("out");
  prerrln! ("err")
end
