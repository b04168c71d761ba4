:- initialization(main).

main :-
    writeln("out"),
    writeln(user_error, "err").
