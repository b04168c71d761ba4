MODULE Main;

IMPORT ChanConsts, IOResult, SeqFile, TextIO;
FROM STextIO IMPORT WriteLn, WriteString;

VAR
  file: SeqFile.ChanId;
  opened: ChanConsts.OpenResults;
  line: ARRAY [0..255] OF CHAR;

BEGIN
  SeqFile.OpenRead(file, "test.txt", SeqFile.text, opened);
  LOOP
    TextIO.ReadString(file, line);
    IF IOResult.ReadResult(file) = IOResult.endOfInput THEN EXIT END;
    WriteString(line);
    WriteLn;
    TextIO.SkipLine(file)
  END;
  SeqFile.Close(file)
END Main.
