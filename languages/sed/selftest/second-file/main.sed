r second.txt
d
