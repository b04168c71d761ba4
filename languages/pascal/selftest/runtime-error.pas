program Main;

var
  zero: Integer;

begin
  WriteLn('before');
  zero := ParamCount;
  WriteLn(1 div zero);
end.
