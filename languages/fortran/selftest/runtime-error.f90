program main
    implicit none
    integer :: number
    character(len=4) :: text = "none"

    print '(a)', "before"
    read (text, *) number
    print *, number
end program main
