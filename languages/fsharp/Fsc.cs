using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using FSharp.Compiler.SourceCodeServices;
using Microsoft.FSharp.Control;

// fsc, out of the compiler's libraries.
//
//   fsc.exe OUTPUT MAIN [OPTION]… FILE…   F# wants its files in the order of use: the main file is compiled last, the others as they come
//   fsc.exe --wait          warms up, says so and how many milliseconds of the processor that took, reads such a command and its files, does it
//   fsc.exe --version
static class Fsc
{
    const string Mono = "/usr/lib/mono/4.5/";

    static readonly string[] Libraries =
    {
        "mscorlib", "System", "System.Core", "System.Numerics", "System.Xml", "System.Data", "System.Runtime.Serialization",
    };

    static readonly FSharpChecker Checker = FSharpChecker.Create(null, null, null, null, null, null);

    static int Main(string[] words)
    {
        if (words[0] == "--version")
        {
            Version core = typeof(FSharpAsync).Assembly.GetName().Version;
            Console.WriteLine("F# {0}.{1}", core.Major, core.Minor);
            return 0;
        }
        if (words[0] == "--wait")
        {
            string output = Path.Combine(Path.GetTempPath(), "practice.exe");
            Compile(new[] { output, "/opt/fsharp/hello.fs" });
            GC.Collect();
            Console.WriteLine("ready {0}", (int)Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds);
            words = new Waiting().Program().SkipWhile(word => !word.EndsWith("fsc.exe")).Skip(1).ToArray();
        }
        return Compile(words);
    }

    static int Compile(string[] words)
    {
        var result = FSharpAsync.RunSynchronously(
            Checker.Compile(Arguments(words).ToArray(), null), null, null);
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

// What a compiler that waits is sent: the words of the command, then the files, each with its name. Numbers have four bytes, the highest
// first; everything else stands behind its length.
class Waiting
{
    readonly Stream from = Console.OpenStandardInput();

    public List<string> Program()
    {
        var command = new List<string>();
        for (int words = Number(); words > 0; words--)
        {
            command.Add(Text());
        }
        for (int files = Number(); files > 0; files--)
        {
            var file = new FileInfo(Text());
            file.Directory.Create();
            File.WriteAllBytes(file.FullName, Bytes(Number()));
        }
        return command;
    }

    string Text()
    {
        return Encoding.UTF8.GetString(Bytes(Number()));
    }

    int Number()
    {
        byte[] bytes = Bytes(4);
        return bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
    }

    byte[] Bytes(int number)
    {
        var bytes = new byte[number];
        for (int read = 0; read < number;)
        {
            int more = from.Read(bytes, read, number - read);
            if (more == 0)
            {
                throw new EndOfStreamException();
            }
            read += more;
        }
        return bytes;
    }
}
