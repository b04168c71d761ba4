foreach line ("`cat test.txt`")
    echo "$line"
end
