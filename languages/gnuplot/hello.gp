set print "-"
print "Hello, World!"

set title "A sine"
set xrange [-pi:pi]
plot sin(x) notitle
