print "Hello, World!"

[[planet moons]; [Earth 1] [Mars 2] [Jupiter 97]]
| where moons > 1
| sort-by moons --reverse
| each {|row| $"($row.planet) has ($row.moons) moons" }
| str join "\n"
