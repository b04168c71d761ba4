program Main;

begin
  Halt(7);
end.
