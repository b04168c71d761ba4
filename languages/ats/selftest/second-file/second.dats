#include "share/atspre_staload.hats"
#define ATS_DYNLOADFLAG 0
staload "./second.sats"

implement second_text () = "from the second file"
