:- initialization(main).

main :-
    writeln("before"),
    X is 1 / 0,
    writeln(X).
