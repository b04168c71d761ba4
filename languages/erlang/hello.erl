-module(main).
-export([main/0]).

main() ->
    io:format("Hello, World!~n"),
    Parent = self(),
    [spawn(fun() -> Parent ! {N, N * N} end) || N <- lists:seq(1, 5)],
    [receive {N, Square} -> io:format("~b squared is ~b~n", [N, Square]) end || N <- lists:seq(1, 5)].
