program hello
    implicit none
    integer :: i
    integer, parameter :: squares(*) = [(i**2, i=1, 10)]

    print '(a)', "Hello, World!"
    print '(a, *(1x, i0))', "Squares:", squares
    print '(a, i0)', "Sum of the even ones: ", sum(squares, mask=mod(squares, 2) == 0)
end program hello
