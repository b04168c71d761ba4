set text = "from the second file"
