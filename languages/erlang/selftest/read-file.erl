-module(main).
-export([main/0]).

main() ->
    {ok, Text} = file:read_file("test.txt"),
    io:put_chars(Text).
