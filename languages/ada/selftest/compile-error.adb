with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
   Unused : Integer;
begin
   Put_Line (Undeclared); -- WRONG
end Main;
