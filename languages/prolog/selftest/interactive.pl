:- initialization(main).

main :-
    write("Name? "),
    flush_output,
    read_line_to_string(user_input, Name),
    format("Hello, ~w~n", [Name]).
