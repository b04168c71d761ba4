IMPLEMENTATION MODULE Second;

FROM STextIO IMPORT WriteLn, WriteString;

PROCEDURE Say;
BEGIN
  WriteString("from the second file");
  WriteLn
END Say;

END Second.
