program Main;

var
  a, b: Integer;
  line: string;

begin
  ReadLn(a, b);
  WriteLn(a + b);
  while not Eof do
  begin
    ReadLn(line);
    WriteLn(line);
  end;
end.
