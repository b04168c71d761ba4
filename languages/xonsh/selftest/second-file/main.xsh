source second.xsh
text()
