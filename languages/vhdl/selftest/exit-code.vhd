entity main is
end entity;

architecture simulation of main is
begin
  process
  begin
    std.env.stop(7);
    wait;
  end process;
end architecture;
