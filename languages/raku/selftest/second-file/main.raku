use Second;
greet;
