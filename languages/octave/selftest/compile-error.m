printf("before\n");
printf("no end" + ); % WRONG
