with Ada.Text_IO;         use Ada.Text_IO;
with Ada.Integer_Text_IO; use Ada.Integer_Text_IO;

procedure Main is
   A, B : Integer;
begin
   Get (A);
   Get (B);
   Skip_Line;
   Put (A + B, Width => 0);
   New_Line;
   while not End_Of_File loop
      Put_Line (Get_Line);
   end loop;
end Main;
