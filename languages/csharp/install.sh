#!/bin/sh
# Puts a C# compiler together where no .NET SDK can be fetched: a .NET program that brings its own runtime is the host, the compiler's
# libraries come out of a code generator, and Hook.cs joins them (language.yaml says whose they are). Mono builds Hook.cs, against the
# class library that is taken out of the host for that.
set -eu
source=$1

host=node_modules/@microsoft/sarif-multitool-linux
roslyn=node_modules/@typespec/http-client-csharp/dist/generator
install -m 0755 $host/Sarif.Multitool dotnet
cp $roslyn/Microsoft.CodeAnalysis.dll $roslyn/Microsoft.CodeAnalysis.CSharp.dll .

library=$(mktemp -d)
python3 "$source/unbundle.py" dotnet "$library"
(cd "$library" && ls System.*.dll Microsoft.CSharp.dll Microsoft.VisualBasic*.dll Microsoft.Win32.Primitives.dll mscorlib.dll netstandard.dll) |
    sed 's/\.dll$//' | grep -v -e '^System\.CodeDom$' -e '^System\.CommandLine' >all
set --
for name in System.Private.CoreLib System.Runtime System.Collections System.Linq System.Console System.Collections.Immutable \
    System.Reflection.Metadata System.Runtime.Loader System.Security.Cryptography System.Threading System.Diagnostics.Process System.ComponentModel.Primitives; do
    set -- "$@" "-r:$library/$name.dll"
done
mcs -unsafe -target:library -out:hook.dll -nostdlib -noconfig "-lib:$library" "$@" -r:Microsoft.CodeAnalysis.dll \
    -r:Microsoft.CodeAnalysis.CSharp.dll "$source/Hook.cs"
mv all references
mkdir warmup
cp "$source/hello.cs" "$source/Warmup.cs" warmup
rm -rf node_modules "$library"
