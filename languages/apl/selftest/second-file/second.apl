TEXT←'from the second file'
