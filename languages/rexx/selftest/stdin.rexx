parse pull a b
say a + b
do while lines() > 0
  say linein()
end
