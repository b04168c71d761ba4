Ltac say := idtac "from the second file".
