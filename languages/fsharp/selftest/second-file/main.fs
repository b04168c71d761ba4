Second.greet ()
