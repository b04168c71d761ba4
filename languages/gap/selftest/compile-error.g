Print("before\n");
Print("no end" + ); # WRONG
