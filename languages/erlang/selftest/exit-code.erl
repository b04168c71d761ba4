-module(main).
-export([main/0]).

main() ->
    halt(7).
