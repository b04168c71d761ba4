program Main;

begin
  WriteLn('out');
  WriteLn(StdErr, 'err');
end.
