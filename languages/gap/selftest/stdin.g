input := InputTextUser();;
numbers := List(SplitString(Chomp(ReadLine(input)), " "), Int);;
Print(Sum(numbers), "\n");
Print(ReadLine(input));
