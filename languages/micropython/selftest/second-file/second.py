def text():
    return "from the second file"
