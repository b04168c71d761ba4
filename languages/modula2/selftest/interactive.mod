MODULE Main;

FROM STextIO IMPORT ReadString, WriteLn, WriteString;

VAR name: ARRAY [0..99] OF CHAR;

BEGIN
  WriteString("Name? ");
  ReadString(name);
  WriteString("Hello, ");
  WriteString(name);
  WriteLn
END Main.
