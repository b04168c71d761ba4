while read line
    echo $line
end <test.txt
