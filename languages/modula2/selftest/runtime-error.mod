MODULE Main;

FROM STextIO IMPORT WriteLn, WriteString;

VAR
  numbers: ARRAY [1..3] OF INTEGER;
  i: INTEGER;

BEGIN
  WriteString("before");
  WriteLn;
  FOR i := 1 TO 4 DO
    numbers[i] := i
  END
END Main.
