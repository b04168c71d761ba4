:- initialization(main).

main :-
    write('no end' . % WRONG

other.
