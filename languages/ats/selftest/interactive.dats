#include "share/atspre_staload.hats"

implement main0 () = let
  val () = print ("Name? ")
  val () = fileref_flush (stdout_ref)
  val name = fileref_get_line_string (stdin_ref)
in
  println! ("Hello, ", name);
  strptr_free (name)
end
