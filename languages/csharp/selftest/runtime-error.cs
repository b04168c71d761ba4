Console.WriteLine("before");
throw new InvalidOperationException("on purpose");
