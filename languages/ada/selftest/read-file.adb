with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
   File : File_Type;
begin
   Open (File, In_File, "test.txt");
   while not End_Of_File (File) loop
      Put_Line (Get_Line (File));
   end loop;
   Close (File);
end Main;
