:- initialization(main).

main :-
    write('äöü ∀ 日本 🎉'), nl,
    line.

line :- get_char(C), ( C == end_of_file -> true ; put_char(C), line ).
