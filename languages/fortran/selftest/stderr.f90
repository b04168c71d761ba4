program main
    use, intrinsic :: iso_fortran_env, only: error_unit
    implicit none

    print '(a)', "out"
    write (error_unit, '(a)') "err"
end program main
