program Main;

var
  name: string;

begin
  Write('Name? ');
  ReadLn(name);
  WriteLn('Hello, ', name);
end.
