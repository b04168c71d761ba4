use std.textio.all;

entity main is
end entity;

architecture simulation of main is
begin
  process
  begin
    write(output, work.second.words & LF);
    wait;
  end process;
end architecture;
