:- module(second, [text/1]).

text("from the second file").
