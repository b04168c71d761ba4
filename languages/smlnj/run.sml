(* Loads the file that the first argument names and ends; what the compiler says is for when that fails. The rest of the arguments are the
   program's. *)

val _ = CM.autoload "$/smlnj-lib.cm";

(* Libraries are loaded when something of theirs is named first: here, once. *)
val _ = (Int.toString, IntInf.toString, Posix.Process.exit, Unix.execute, HashString.hashString, AtomTable.mkTable);

structure CommandLine = struct
  open CommandLine
  fun arguments () = List.drop (CommandLine.arguments (), 1)
end;

local
  val said : string list ref = ref []
  fun complain text = (TextIO.output (TextIO.stdErr, text); TextIO.flushOut TextIO.stdErr)
  fun listen say = Control.Print.out := {say = say, flush = fn () => ()}
  fun run () =
    (listen (fn text => said := text :: !said);
     use (hd (SMLofNJ.getArgs ()));
     OS.Process.exit OS.Process.success)
    (* What calls us tells the exception and ends with failure. *)
    handle e => (TextIO.flushOut TextIO.stdOut; complain (concat (rev (!said))); listen complain; raise e)
in
  val _ = if SMLofNJ.exportML "/opt/smlnj/run" then run () else OS.Process.exit OS.Process.success
end;
