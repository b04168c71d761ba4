%% Starts a user's module: main/1 with the program's arguments, or else main/0. What it throws ends the program with code 1.
-module(start).
-export([start/0]).

start() ->
    [Stem | Arguments] = init:get_plain_arguments(),
    Module = list_to_atom(filename:basename(Stem)),
    erlang:halt(run(Module, Arguments)).

run(Module, Arguments) ->
    try
        {module, Module} = code:ensure_loaded(Module),
        case erlang:function_exported(Module, main, 1) of
            true -> Module:main(Arguments);
            false -> Module:main()
        end,
        0
    catch
        Class:Reason:Stack ->
            io:format(standard_error, "~ts: ~tp~n", [Class, Reason]),
            [io:format(standard_error, "  in ~ts~n", [frame(Frame)]) || Frame <- Stack, element(1, Frame) =/= ?MODULE],
            1
    end.

frame({Module, Function, Arity, Location}) when is_integer(Arity) ->
    io_lib:format("~ts:~ts/~b~ts", [Module, Function, Arity, at(Location)]);
frame({Module, Function, Arguments, Location}) ->
    frame({Module, Function, length(Arguments), Location}).

at(Location) ->
    case {proplists:get_value(file, Location), proplists:get_value(line, Location)} of
        {File, Line} when File =/= undefined, Line =/= undefined -> io_lib:format(" (~ts, line ~b)", [File, Line]);
        _ -> ""
    end.
