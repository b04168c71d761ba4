# Runs the program named by the first argument; an error ends it with status 1, where GAP would wait for commands.
OnBreak := function()
    Where(5);
    FORCE_QUIT_GAP(1);
end;
Read(GAPInfo.InitFiles[2]);
FORCE_QUIT_GAP(0);
