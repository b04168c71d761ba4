for argument in GAPInfo.InitFiles{[3 .. Length(GAPInfo.InitFiles)]} do
    Print(argument, "\n");
od;
