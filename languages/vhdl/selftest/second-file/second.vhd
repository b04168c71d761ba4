package second is
  constant words : string := "from the second file";
end package;
