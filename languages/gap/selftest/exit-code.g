QuitGap(7);
