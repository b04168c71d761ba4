program main
    implicit none
    character(len=100) :: name

    write (*, '(a)', advance='no') "Name? "
    read '(a)', name
    print '(2a)', "Hello, ", trim(name)
end program main
