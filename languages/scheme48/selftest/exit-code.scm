(exit 7)
