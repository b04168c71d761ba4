let () = print_string (In_channel.with_open_text "test.txt" In_channel.input_all)
