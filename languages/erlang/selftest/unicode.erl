-module(main).
-export([main/0]).

main() ->
    io:format("äöü ∀ 日本 🎉~n"),
    io:put_chars(io:get_line("")).
