-module(main).
-export([main/0]).

main() ->
    io:format("~ts~n", [second:text()]).
