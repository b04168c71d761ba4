Require Import second.

Goal True.
  say.
Abort.
