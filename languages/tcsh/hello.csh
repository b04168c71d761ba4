set fruits = (pear apple fig)

echo "Hello, World!"

foreach fruit ($fruits:q)
    echo "$fruit:u has `echo -n $fruit | wc -c` letters"
end
