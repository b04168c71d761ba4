Greet := function()
    Print("from the second file\n");
end;
