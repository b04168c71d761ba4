:- use_module(second).
:- initialization(main).

main :-
    text(Text),
    writeln(Text).
