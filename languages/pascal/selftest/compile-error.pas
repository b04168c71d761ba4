program Main;

var
  unused: Integer;

begin
  WriteLn(undeclared); // WRONG
end.
