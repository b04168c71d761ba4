:- initialization(main).

main :-
    read_integer(A), read_integer(B),
    Sum is A + B,
    write(Sum), nl,
    get_char(_),
    rest.

rest :- get_char(C), ( C == end_of_file -> true ; put_char(C), rest ).
