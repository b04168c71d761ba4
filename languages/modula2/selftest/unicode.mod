MODULE Main;

FROM STextIO IMPORT ReadString, WriteLn, WriteString;

VAR line: ARRAY [0..255] OF CHAR;

BEGIN
  WriteString("äöü ∀ 日本 🎉");
  WriteLn;
  ReadString(line);
  WriteString(line);
  WriteLn
END Main.
