use std.textio.all;

entity main is
end entity;

architecture simulation of main is
begin
  process
    file errors : text open write_mode is "/dev/stderr";
  begin
    write(output, "out" & LF);
    write(errors, "err" & LF);
    wait;
  end process;
end architecture;
