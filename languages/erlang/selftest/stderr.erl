-module(main).
-export([main/0]).

main() ->
    io:format("out~n"),
    io:format(standard_error, "err~n", []).
