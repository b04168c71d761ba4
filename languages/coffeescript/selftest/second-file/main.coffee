{greet} = require "./second"
greet()
