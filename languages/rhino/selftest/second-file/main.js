load("second.js");
greet();
