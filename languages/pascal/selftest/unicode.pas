program Main;

var
  line: string;

begin
  WriteLn('äöü ∀ 日本 🎉');
  ReadLn(line);
  WriteLn(line);
end.
