Require Import String.
Open Scope string_scope.

Goal True.
  idtac "before".
  fail "on purpose".
Abort.
