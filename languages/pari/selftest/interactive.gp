print1("Name? ");
print("Hello, ", externstr("head -n 1")[1]);
