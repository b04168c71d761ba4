using System;
using System.Collections.Generic;
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
//   dotnet run PROGRAM ARGUMENT…
//   dotnet version
internal class StartupHook
{
    private const int StackBytes = 64 << 20;

    public static void Initialize()
    {
        List<string> words = Environment.GetCommandLineArgs().Skip(1).ToList();
        if (words[0] == "compile")
        {
            AssemblyLoadContext.Default.Resolving += Besides;
            Environment.Exit(Compiler.Compile(words[1], words.Skip(2).ToList()));
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

internal static class Compiler
{
    // What `dotnet new console` has every program use.
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    public static int Compile(string output, List<string> words)
    {
        List<string> files = words.Where(word => word[0] != '-').ToList();
        var language = new CSharpParseOptions(LanguageVersion.Latest);
        List<SyntaxTree> trees = files.Select(file => Parse(File.ReadAllText(file), language, file)).ToList();
        trees.Add(Parse(Usings, language, ""));
        CSharpCompilation program =
            CSharpCompilation.Create("main", trees, References(), Options(words));
        using (Stream to = File.Create(output))
        {
            return Emit(program, to);
        }
    }

    private static int Emit(CSharpCompilation program, Stream to)
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
