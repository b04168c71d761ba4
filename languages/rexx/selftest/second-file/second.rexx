return "from the second file"
