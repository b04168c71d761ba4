program main
    stop 7
end program main
