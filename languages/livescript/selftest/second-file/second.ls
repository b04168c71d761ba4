export greet = -> console.log 'from the second file'
