return 7;
