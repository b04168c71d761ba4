:- initialization(main).

parent(ada, byron).
parent(ada, anne).
parent(byron, john).

ancestor(X, Y) :- parent(X, Y).
ancestor(X, Z) :- parent(X, Y), ancestor(Y, Z).

main :-
    format("Hello, World!~n"),
    forall(ancestor(ada, Who), format("~w is an ancestor of Ada~n", [Who])).
