use std.textio.all;

entity main is
end entity;

architecture simulation of main is
begin
  process
    file text : std.textio.text open read_mode is "test.txt";
    variable content : line;
  begin
    while not endfile(text) loop
      readline(text, content);
      writeline(output, content);
    end loop;
    wait;
  end process;
end architecture;
