program main
    implicit none
    integer :: unused

    print *, undeclared ! WRONG
end program main
