:- initialization(main).

main :-
    writeln("no end" . % WRONG

other.
