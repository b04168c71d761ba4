program main
    use second, only: text
    implicit none

    print '(a)', text()
end program main
