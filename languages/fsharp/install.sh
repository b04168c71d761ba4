#!/bin/sh
# Makes /opt/fsharp/fsc.exe and translates it and the libraries to machine code: without, it takes three times as long.
set -eu
source=$1

cp node_modules/fable-compiler/bin/fable-cli/FSharp.Compiler.Service.dll node_modules/fable-compiler/bin/fable-cli/FSharp.Core.dll .
cp node_modules/fable-compiler-old/bin/System.Collections.Immutable.dll node_modules/fable-compiler-old/bin/System.Reflection.Metadata.dll .
rm -r node_modules
cp "$source/hello.fs" .
set --
for facade in /usr/lib/mono/4.5/Facades/*.dll; do set -- "$@" "-r:$facade"; done
mcs -out:fsc.exe -r:FSharp.Compiler.Service.dll -r:FSharp.Core.dll "$@" "$source/Fsc.cs"
for assembly in FSharp.Core.dll System.Collections.Immutable.dll System.Reflection.Metadata.dll FSharp.Compiler.Service.dll fsc.exe; do
    MONO_PATH=$PWD mono --aot "$assembly"
    test -s "$assembly.so"
done
