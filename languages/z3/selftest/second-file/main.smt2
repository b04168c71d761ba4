(include "second.smt2")
