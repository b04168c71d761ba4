program main
    implicit none
    integer :: i
    character(len=100) :: argument

    do i = 1, command_argument_count()
        call get_command_argument(i, argument)
        print '(a)', trim(argument)
    end do
end program main
