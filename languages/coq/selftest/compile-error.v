Definition used := 1.
Compute undeclared. (* WRONG *)
