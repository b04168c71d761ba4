:- initialization(main).

main :-
    read_file_to_string("test.txt", Text, []),
    write(Text).
