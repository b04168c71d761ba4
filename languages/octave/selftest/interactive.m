name = input("Name? ", "s");
printf("Hello, %s\n", name);
