% Loaded into PAKCS when its saved state is made (install.sh). PAKCS reads each library that a program imports from text, twice: its
% interface, and the Prolog code made of it. Both are kept here in the form that SWI-Prolog loads fast.

kept('/opt/curry/quick').
libraries('/usr/lib/pakcs/lib').

% The Prolog code of a library.
:- multifile prolog_load_file/2.
:- dynamic prolog_load_file/2.
prolog_load_file(Module:File, Options) :-
    atom(File),
    libraries(Libraries),
    atom_concat(Libraries, Rest, File),
    atom_concat(Stem, '.pl', Rest),
    kept(Kept),
    atomic_list_concat([Kept, Stem, '.qlf'], Qlf),
    exists_file(Qlf),
    !,
    load_files(Module:Qlf, Options).

% A library's interface, unless a module of the program has its name. The place is without suffix, as PAKCS wants it.
kept_interface(Name, Interface, Place) :-
    own_interface(Name, Own),
    \+ exists_file(Own),
    interface_file(Name, File),
    exists_file(File),
    setup_call_cleanup(open(File, read, Stream, [type(binary)]), fast_read(Stream, Interface), close(Stream)),
    libraries(Libraries),
    atomic_list_concat([Libraries, /, Name], Place).

own_interface(Name, File) :-
    atom_concat('./', Name, Place),
    basics:prog2InterfaceFile(Place, File).

interface_file(Name, File) :-
    kept(Kept),
    atomic_list_concat([Kept, /, Name, '.interface'], File).

% When the root is built: keeps the libraries whose names these are.
keep(Names) :-
    forall(member(Name, Names), keep_interface(Name)).

keep_interface(Name) :-
    libraries(Libraries),
    atomic_list_concat([Libraries, /, Name], Place),
    basics:prog2InterfaceFile(Place, From),
    readFlcFromFcy:readFlcFromFcy(From, Interface),
    interface_file(Name, File),
    setup_call_cleanup(open(File, write, Stream, [type(binary)]), fast_write(Stream, Interface), close(Stream)).
