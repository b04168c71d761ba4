"out", ("err\n" | stderr | empty)
