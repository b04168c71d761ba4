package words

def greet(): Unit = println("from the second file")
