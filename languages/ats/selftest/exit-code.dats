#include "share/atspre_staload.hats"

implement main () = 7
