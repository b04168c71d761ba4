write("Name? ");
print("Hello, " + readline());
