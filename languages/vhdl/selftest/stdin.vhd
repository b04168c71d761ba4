use std.textio.all;

entity main is
end entity;

architecture simulation of main is
begin
  process
    variable content : line;
    variable a, b : integer;
  begin
    readline(input, content);
    read(content, a);
    read(content, b);
    write(output, integer'image(a + b) & LF);
    readline(input, content);
    writeline(output, content);
    wait;
  end process;
end architecture;
