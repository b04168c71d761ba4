use std.textio.all;

entity main is
end entity;

architecture simulation of main is
  signal clock : bit := '0';
begin
  clock <= not clock after 5 ns when now < 30 ns;

  process
  begin
    write(output, "Hello, World!" & LF);
    wait;
  end process;

  process (clock)
  begin
    write(output, "The clock is " & bit'image(clock) & " at " & time'image(now) & LF);
  end process;
end architecture;
