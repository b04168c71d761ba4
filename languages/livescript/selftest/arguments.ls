# lsc itself and the file are the words before them.
for argument in process.argv.slice 3
  console.log argument
