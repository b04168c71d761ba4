Disp "from the second file"
