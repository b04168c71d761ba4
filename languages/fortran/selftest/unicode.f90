program main
    implicit none
    character(len=200) :: line

    print '(a)', "äöü ∀ 日本 🎉"
    read '(a)', line
    print '(a)', trim(line)
end program main
