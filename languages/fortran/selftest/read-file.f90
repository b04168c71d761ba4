program main
    implicit none
    integer :: file, status
    character(len=100) :: line

    open (newunit=file, file="test.txt", status="old", action="read")
    do
        read (file, '(a)', iostat=status) line
        if (status /= 0) exit
        print '(a)', trim(line)
    end do
    close (file)
end program main
