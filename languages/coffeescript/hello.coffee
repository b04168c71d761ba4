square = (n) -> n * n

console.log "Hello, World!"
console.log "#{n} squared is #{square n}" for n in [1..5]
console.log "Evens:", (n for n in [1..10] when n % 2 is 0)
