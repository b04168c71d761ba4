MODULE Main;

IMPORT ProgramArgs, TextIO;
FROM STextIO IMPORT WriteLn, WriteString;

VAR argument: ARRAY [0..255] OF CHAR;

BEGIN
  ProgramArgs.NextArg;
  WHILE ProgramArgs.IsArgPresent() DO
    TextIO.ReadToken(ProgramArgs.ArgChan(), argument);
    WriteString(argument);
    WriteLn;
    ProgramArgs.NextArg
  END
END Main.
