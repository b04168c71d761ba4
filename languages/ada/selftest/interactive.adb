with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
begin
   Put ("Name? ");
   Put_Line ("Hello, " & Get_Line);
end Main;
