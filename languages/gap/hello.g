Print("Hello, World!\n");

g := SymmetricGroup(4);;
Print("S4 has ", Size(g), " elements, ");
Print(Length(ConjugacyClasses(g)), " classes, and is ");
if IsSolvable(g) then Print("solvable.\n"); else Print("not solvable.\n"); fi;
