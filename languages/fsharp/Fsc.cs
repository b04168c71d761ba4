using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FSharp.Compiler.SourceCodeServices;
using Microsoft.FSharp.Control;

// fsc, out of the compiler's libraries.
//
//   fsc.exe OUTPUT MAIN [OPTION]… FILE…   F# wants its files in the order of use: the main file is compiled last, the others as they come
//   fsc.exe --version
static class Fsc
{
    const string Mono = "/usr/lib/mono/4.5/";

    static readonly string[] Libraries =
    {
        "mscorlib", "System", "System.Core", "System.Numerics", "System.Xml", "System.Data", "System.Runtime.Serialization",
    };

    static int Main(string[] words)
    {
        if (words[0] == "--version")
        {
            Version core = typeof(FSharpAsync).Assembly.GetName().Version;
            Console.WriteLine("F# {0}.{1}", core.Major, core.Minor);
            return 0;
        }
        var result = FSharpAsync.RunSynchronously(
            FSharpChecker.Create(null, null, null, null, null, null).Compile(Arguments(words).ToArray(), null), null, null);
        foreach (FSharpErrorInfo message in result.Item1)
        {
            Print(message);
        }
        return result.Item2;
    }

    static IEnumerable<string> Arguments(string[] words)
    {
        string main = words[1];
        var others = words.Skip(2).Where(word => word.StartsWith("--"));
        var files = words.Skip(2).Where(word => !word.StartsWith("--") && word != main);
        var own = Libraries.Select(name => Mono + name + ".dll").Concat(Directory.GetFiles(Mono + "Facades", "*.dll"));
        return new[] { "fsc.exe", "--noframework", "--nologo", "--simpleresolution", "--target:exe", "--debug:portable", "--optimize+" }
            .Concat(new[] { "--out:" + words[0], "-r:/opt/fsharp/FSharp.Core.dll" })
            .Concat(own.Select(library => "-r:" + library))
            .Concat(others)
            .Concat(files)
            .Concat(new[] { main });
    }

    static void Print(FSharpErrorInfo message)
    {
        string severity = message.Severity.IsError ? "error" : "warning";
        string file = message.FileName.StartsWith("/work/") ? message.FileName.Substring("/work/".Length) : message.FileName;
        Console.Error.WriteLine(
            "{0}({1},{2}): {3} FS{4:0000}: {5}",
            file, message.StartLineAlternate, message.StartColumn + 1, severity, message.ErrorNumber, message.Message.Replace("\n", " "));
    }
}
