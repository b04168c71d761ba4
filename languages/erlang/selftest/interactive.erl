-module(main).
-export([main/0]).

main() ->
    Name = string:trim(io:get_line("Name? ")),
    io:format("Hello, ~ts~n", [Name]).
