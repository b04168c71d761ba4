(* Loads the file that the first argument names and ends. What goes wrong is told on standard error, with its file and line, and the program
   ends with failure. The rest of the arguments are the program's. *)

structure Given = CommandLine;

structure CommandLine = struct
  open CommandLine
  fun arguments () = List.drop (CommandLine.arguments (), 1)
end;

local
fun complain (file, line, severity, message) =
  (TextIO.flushOut TextIO.stdOut;
   TextIO.output (TextIO.stdErr, concat [file, ":", FixedInt.toString line, ": ", severity, ": ", message, "\n"]);
   TextIO.flushOut TextIO.stdErr)

fun text pretty =
  let
    val parts = ref []
  in
    PolyML.prettyPrint (fn part => parts := part :: !parts, 120) pretty;
    String.translate (fn #"\n" => " " | c => str c) (concat (rev (!parts)))
  end

fun load file =
  let
    val stream = TextIO.openIn file
    val line = ref 1
    fun next () =
      case TextIO.input1 stream of
        SOME #"\n" => (line := !line + 1; SOME #"\n")
      | other => other
    fun tell {message, hard, location = {startLine, ...}: PolyML.location, context} =
      complain (file, startLine, if hard then "error" else "warning", text message)
    fun go () =
      if TextIO.endOfStream stream then ()
      else
        (PolyML.compiler
           (next,
            [PolyML.Compiler.CPFileName file, PolyML.Compiler.CPLineNo (fn () => !line),
             PolyML.Compiler.CPErrorMessageProc tell, PolyML.Compiler.CPOutStream (fn _ => ())]) ();
         go ())
  in
    go ();
    TextIO.closeIn stream
  end

fun uncaught e =
  case PolyML.Exception.exceptionLocation e of
    SOME {file, startLine, ...} => complain (file, startLine, "error", "uncaught exception " ^ exnMessage e)
  | NONE => complain ("?", 0, "error", "uncaught exception " ^ exnMessage e)

(* At once: OS.Process.exit waits for threads to look up. *)
fun finish status = (TextIO.flushOut TextIO.stdOut; Posix.Process.exit status)
in
fun main () =
  (load (hd (Given.arguments ())); finish 0w0)
  handle Fail "Static Errors" => finish 0w1
       | e => (uncaught e; finish 0w1)
end;

val () = PolyML.export ("run.o", main);
