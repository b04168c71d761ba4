fn greet {|name|
  echo "Hello, "$name"!"
}

greet World

var moons = [&Earth=1 &Mars=2 &Jupiter=97]
for planet [(keys $moons | order)] {
  echo $planet": "$moons[$planet]
}
