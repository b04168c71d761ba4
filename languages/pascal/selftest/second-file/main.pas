program Main;

uses
  Second;

begin
  WriteLn(Text());
end.
