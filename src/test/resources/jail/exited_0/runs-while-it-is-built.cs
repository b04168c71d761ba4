// language: csharp
// or: limit_memory signalled_sigabrt
// attacks: 150, 21: a module initialiser, unsafe reads, and a heap without end that is an error of the program
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

static class Program
{
    [ModuleInitializer]
    internal static void Early()
    {
        foreach (var secret in new[] { "/etc/shadow", "/proc/1/environ", "@CANARY_FILE@" })
        {
            try { Console.WriteLine(File.ReadAllText(secret)); } catch (Exception) { }
        }
    }

    static void Main()
    {
        try { new TcpClient("api.nuget.org", 443); Console.WriteLine("a network"); } catch (SocketException) { }
        try
        {
            var hoard = new List<byte[]>();
            while (true) { hoard.Add(new byte[1 << 20]); }
        }
        catch (OutOfMemoryException) { Console.WriteLine("held"); }
    }
}
