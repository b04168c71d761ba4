#include "share/atspre_staload.hats"

exception OnPurpose of ()

implement main0 () = begin
  println! ("before");
  $raise OnPurpose ()
end
