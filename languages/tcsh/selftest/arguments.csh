foreach argument ($argv:q)
    echo $argument:q
end
