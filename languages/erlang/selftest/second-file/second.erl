-module(second).
-export([text/0]).

text() ->
    "from the second file".
