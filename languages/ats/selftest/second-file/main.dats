#include "share/atspre_staload.hats"
staload "./second.sats"

implement main0 () = println! (second_text ())
