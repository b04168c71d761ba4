function text
    echo from the second file
end
