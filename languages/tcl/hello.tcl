proc greet {name} {
    return "Hello, $name!"
}

puts [greet World]

foreach {planet moons} {Earth 1 Mars 2 Jupiter 97} {
    puts [format "%-8s %2d" $planet $moons]
}
