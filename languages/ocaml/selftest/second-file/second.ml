let text = "from the second file"
