with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
   type Day is (Mon, Tue, Wed, Thu, Fri, Sat, Sun);
   subtype Weekend is Day range Sat .. Sun;
begin
   Put_Line ("Hello, World!");
   for D in Day loop
      Put_Line (D'Image & (if D in Weekend then " is free" else " is for work"));
   end loop;
end Main;
