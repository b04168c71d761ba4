program Main;

var
  source: Text;
  line: string;

begin
  Assign(source, 'test.txt');
  Reset(source);
  while not Eof(source) do
  begin
    ReadLn(source, line);
    WriteLn(line);
  end;
  Close(source);
end.
