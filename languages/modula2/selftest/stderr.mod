MODULE Main;

IMPORT StdChans, TextIO;
FROM STextIO IMPORT WriteLn, WriteString;

BEGIN
  WriteString("out");
  WriteLn;
  TextIO.WriteString(StdChans.StdErrChan(), "err");
  TextIO.WriteLn(StdChans.StdErrChan())
END Main.
