module second
    implicit none
contains
    function text()
        character(len=:), allocatable :: text

        text = "from the second file"
    end function text
end module second
