read a b
math $a + $b
cat
