Print("out\n");
PrintTo("*errout*", "err\n");
