@main def leave(): Unit = sys.exit(7)
