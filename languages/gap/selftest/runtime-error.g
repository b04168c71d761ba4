Print("before\n");
Error("on purpose");
