"before",
("b" "c") # WRONG
