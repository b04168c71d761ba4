program main
    implicit none
    integer :: a, b, status, length
    character(len=200) :: line

    read *, a, b
    print '(i0)', a + b
    do
        read (*, '(a)', iostat=status) line
        if (status /= 0) exit
        print '(a)', trim(line)
    end do
end program main
