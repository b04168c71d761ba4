(include "second.scm")
(greet)
