do while lines("test.txt") > 0
  say linein("test.txt")
end
