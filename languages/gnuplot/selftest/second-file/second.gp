text = "from the second file"
