printf("%d\n", sum(str2num(fgetl(stdin))));
printf("%s\n", fgetl(stdin));
