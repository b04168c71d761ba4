:- initialization(main).

main :-
    read_line_to_string(user_input, First),
    split_string(First, " ", "", Words),
    maplist([Word, Number]>>number_string(Number, Word), Words, Numbers),
    sum_list(Numbers, Sum),
    writeln(Sum),
    copy_stream_data(user_input, user_output).
