using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

// Makes of a .NET program with a runtime of its own a C# compiler and a host for other programs: .NET calls a startup hook before Main,
// and this one never returns. Built by Mono's compiler, see install.sh: C# 6, and nothing that could take a ReadOnlySpan, which it can't read.
//
//   dotnet compile OUTPUT [-nullable] [-checked] [-debug] FILE…    exit code 1: errors
//   dotnet wait                                                    warms up, says so, reads such a command and its files, and does it
//   dotnet run PROGRAM ARGUMENT…
//   dotnet version
internal class StartupHook
{
    private const int StackBytes = 64 << 20;

    public static void Initialize()
    {
        List<string> words = Environment.GetCommandLineArgs().Skip(1).ToList();
        if (words[0] == "compile" || words[0] == "wait")
        {
            AssemblyLoadContext.Default.Resolving += Besides;
            Environment.Exit(words[0] == "wait" ? Waiting.Compile() : Compiler.Compile(words[1], words.Skip(2).ToList()));
        }
        if (words[0] == "run")
        {
            Environment.Exit(Run(words[1], words.Skip(2).ToArray()));
        }
        Console.WriteLine("{0}", System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription);
        Environment.Exit(0);
    }

    private static Assembly Besides(AssemblyLoadContext context, AssemblyName name)
    {
        string file = string.Format("/opt/csharp/{0}.dll", name.Name);
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }

    // On a thread of its own, so that .NET itself reports an exception that the program doesn't catch, without us around it.
    private static int Run(string program, string[] arguments)
    {
        MethodInfo main = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(program)).EntryPoint;
        object[] given = main.GetParameters().Length == 0 ? null : new object[] { arguments };
        object code = null;
        var thread = new Thread(() => code = main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, given, null), StackBytes);
        thread.Start();
        thread.Join();
        Console.Out.Flush();
        return code is int ? (int)code : Environment.ExitCode;
    }
}

// What `sandlot` sends to a compiler that waits: the words of the command, then the files, each with its name. Numbers have four bytes, the
// highest first; everything else stands behind its length.
internal static class Waiting
{
    private static readonly string[] Practice = { "/opt/csharp/warmup/hello.cs", "/opt/csharp/warmup/Warmup.cs" };

    public static int Compile()
    {
        foreach (string program in Practice)
        {
            Compiler.Emit(Compiler.Program(new List<string> { program }), new MemoryStream());
        }
        GC.Collect();
        Console.WriteLine("ready {0}", (int)Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds);
        using (Stream from = Console.OpenStandardInput())
        {
            List<string> command = Many(from, () => Text(from));
            Many(from, () => Store(Text(from), Bytes(from, Number(from))));
            return Compiler.Compile(command[2], command.Skip(3).ToList());
        }
    }

    private static string Store(string name, byte[] content)
    {
        new FileInfo(name).Directory.Create();
        File.WriteAllBytes(name, content);
        return name;
    }

    private static List<string> Many(Stream from, Func<string> next)
    {
        int number = Number(from);
        var all = new List<string>();
        while (all.Count < number)
        {
            all.Add(next());
        }
        return all;
    }

    private static string Text(Stream from)
    {
        return new StreamReader(new MemoryStream(Bytes(from, Number(from))), Encoding.UTF8).ReadToEnd();
    }

    private static int Number(Stream from)
    {
        byte[] bytes = Bytes(from, 4);
        return bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
    }

    private static byte[] Bytes(Stream from, int number)
    {
        var bytes = new byte[number];
        for (int read = 0; read < number;)
        {
            int more = from.Read(bytes, read, number - read);
            if (more == 0)
            {
                Environment.Exit(1);
            }
            read += more;
        }
        return bytes;
    }
}

internal static class Compiler
{
    // What `dotnet new console` has every program use.
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Lazy<List<MetadataReference>> Library = new Lazy<List<MetadataReference>>(References);

    public static int Compile(string output, List<string> words)
    {
        CSharpCompilation program = Program(words);
        using (Stream to = File.Create(output))
        {
            return Emit(program, to);
        }
    }

    public static CSharpCompilation Program(List<string> words)
    {
        List<string> files = words.Where(word => word[0] != '-').ToList();
        var language = new CSharpParseOptions(LanguageVersion.Latest);
        List<SyntaxTree> trees = files.Select(file => Parse(File.ReadAllText(file), language, file)).ToList();
        trees.Add(Parse(Usings, language, ""));
        return CSharpCompilation.Create("main", trees, Library.Value, Options(words));
    }

    public static int Emit(CSharpCompilation program, Stream to)
    {
        EmitResult result = program.Emit(to, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        foreach (Diagnostic message in result.Diagnostics.Where(m => m.Severity >= DiagnosticSeverity.Warning).Take(50))
        {
            Console.Error.WriteLine("{0}", message);
        }
        return result.Success ? 0 : 1;
    }

    private static SyntaxTree Parse(string text, CSharpParseOptions language, string file)
    {
        return CSharpSyntaxTree.ParseText(text, language, file, Encoding.UTF8);
    }

    private static CSharpCompilationOptions Options(List<string> words)
    {
        return new CSharpCompilationOptions(
            OutputKind.ConsoleApplication,
            optimizationLevel: words.Contains("-debug") ? OptimizationLevel.Debug : OptimizationLevel.Release,
            checkOverflow: words.Contains("-checked"),
            allowUnsafe: true,
            nullableContextOptions: words.Contains("-nullable") ? NullableContextOptions.Enable : NullableContextOptions.Disable);
    }

    // The class library is within the host's executable, mapped into memory: the compiler reads it there.
    private static List<MetadataReference> References()
    {
        return File.ReadAllLines("/opt/csharp/references").Select(Reference).Where(found => found != null).ToList();
    }

    private static unsafe MetadataReference Reference(string name)
    {
        byte* start;
        int length;
        if (!Assembly.Load(new AssemblyName(name)).TryGetRawMetadata(out start, out length))
        {
            return null;
        }
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((IntPtr)start, length)).GetReference();
    }
}
