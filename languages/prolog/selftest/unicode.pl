:- initialization(main).

main :-
    writeln("äöü ∀ 日本 🎉"),
    read_line_to_string(user_input, Line),
    writeln(Line).
