:- initialization(main).

queens(Count, Queens) :-
    length(Queens, Count),
    fd_domain(Queens, 1, Count),
    safe(Queens),
    fd_labeling(Queens).

safe([]).
safe([Queen|Others]) :- apart(Queen, Others, 1), safe(Others).

apart(_, [], _).
apart(Queen, [Other|Others], Distance) :-
    Queen #\= Other, Queen #\= Other + Distance, Queen #\= Other - Distance,
    Next is Distance + 1,
    apart(Queen, Others, Next).

main :-
    write('Hello, World!'), nl,
    queens(8, Queens), write(Queens), nl.
