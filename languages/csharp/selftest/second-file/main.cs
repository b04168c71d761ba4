Words.Second.Greet();
