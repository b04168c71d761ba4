set numbers = ($<)
@ sum = $numbers[1] + $numbers[2]
echo $sum
cat
