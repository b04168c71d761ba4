with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
begin
   Put_Line ("äöü ∀ 日本 🎉");
   Put_Line (Get_Line);
end Main;
