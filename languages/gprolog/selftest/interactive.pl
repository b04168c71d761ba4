:- initialization(main).

main :-
    write('Name? '), flush_output,
    line(Characters),
    atom_chars(Name, Characters),
    write('Hello, '), write(Name), nl.

line(Characters) :-
    get_char(C),
    ( C == '\n' -> Characters = [] ; Characters = [C|Others], line(Others) ).
