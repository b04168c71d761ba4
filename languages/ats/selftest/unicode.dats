#include "share/atspre_staload.hats"

implement main0 () = let
  val () = println! ("äöü ∀ 日本 🎉")
  val line = fileref_get_line_string (stdin_ref)
in
  println! (line);
  strptr_free (line)
end
