with Ada.Text_IO; use Ada.Text_IO;
with Second;

procedure Main is
begin
   Put_Line (Second.Text);
end Main;
