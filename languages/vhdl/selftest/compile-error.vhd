entity main is
end entity;

architecture simulation of main is
begin
  process
  begin
    report undeclared; -- WRONG
    wait;
  end process;
end architecture;
