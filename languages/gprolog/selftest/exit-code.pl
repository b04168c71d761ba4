:- initialization(halt(7)).
