with Ada.Text_IO; use Ada.Text_IO;

procedure Main is
   Numbers : array (1 .. 3) of Integer := (others => 0);
   Last    : Integer := Numbers'Last;
begin
   Put_Line ("before");
   Last := Last + Integer'Value ("1");
   Numbers (Last) := 1;
   Put_Line (Numbers (1)'Image);
end Main;
