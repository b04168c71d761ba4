program Hello;

type
  TColour = (Red, Green, Blue);

var
  colour: TColour;

begin
  WriteLn('Hello, World!');
  for colour in TColour do
    WriteLn(Ord(colour) + 1, '. ', colour);
end.
