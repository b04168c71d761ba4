printf("äöü ∀ 日本 🎉\n");
printf("%s\n", fgetl(stdin));
