:- initialization(main).

main :-
    argument_list(Arguments),
    each(Arguments).

each([]).
each([Argument|Others]) :- write(Argument), nl, each(Others).
