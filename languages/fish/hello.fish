function greet --argument-names name
    echo "Hello, $name!"
end

greet World

for fruit in (string split ' ' 'pear apple fig' | sort)
    set_color --bold 2>/dev/null
    echo (string upper $fruit)
end
