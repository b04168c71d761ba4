return { text = function() return "from the second file" end }
