Read("second.g");
Greet();
