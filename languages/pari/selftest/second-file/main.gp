read("second.gp");
greet();
