say [+] get.words;
.say for lines;
