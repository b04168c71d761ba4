def text():
    echo from the second file
