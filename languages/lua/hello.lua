local function factorial(n)
  return n <= 1 and 1 or n * factorial(n - 1)
end

print("Hello, World!")
for n = 1, 5 do
  print(n .. "! = " .. factorial(n))
end
