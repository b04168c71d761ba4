def moons = [Earth: 1, Mars: 2, Venus: 0]

println "Hello, World!"
moons.findAll { planet, count -> count > 0 }
     .sort { -it.value }
     .each { planet, count -> println "$planet: $count" }
