MODULE Main;

FROM STextIO IMPORT ReadString, SkipLine, WriteLn, WriteString;
FROM SWholeIO IMPORT ReadInt, WriteInt;
IMPORT SIOResult;

VAR
  a, b: INTEGER;
  line: ARRAY [0..255] OF CHAR;

BEGIN
  ReadInt(a);
  ReadInt(b);
  SkipLine;
  WriteInt(a + b, 0);
  WriteLn;
  LOOP
    ReadString(line);
    IF SIOResult.ReadResult() = SIOResult.endOfInput THEN EXIT END;
    WriteString(line);
    WriteLn;
    SkipLine
  END
END Main.
