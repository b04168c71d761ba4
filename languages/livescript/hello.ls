square = (n) -> n ^ 2

console.log 'Hello, World!'

for n in [1 to 10] when n % 2 is 0
  console.log "#n squared is #{square n}"
