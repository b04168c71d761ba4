MODULE Hello;

FROM STextIO IMPORT WriteString, WriteLn;
FROM SWholeIO IMPORT WriteCard;

VAR n: CARDINAL;

BEGIN
  WriteString("Hello, World!"); WriteLn;
  FOR n := 1 TO 5 DO
    WriteCard(n * n, 4)
  END;
  WriteLn
END Hello.
