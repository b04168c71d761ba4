Require Import List String.
Import ListNotations.
Open Scope string_scope.

Compute "Hello, World!".

Theorem rev_twice : forall (A : Type) (xs : list A), rev (rev xs) = xs.
Proof.
  induction xs as [| x xs IH]; simpl.
  - reflexivity.
  - rewrite rev_app_distr, IH. reflexivity.
Qed.

Check rev_twice.
