defmodule Planet do
  def describe({name, 1}), do: "#{name} has 1 moon"
  def describe({name, moons}), do: "#{name} has #{moons} moons"
end

IO.puts("Hello, World!")

[{"Earth", 1}, {"Mars", 2}, {"Venus", 0}]
|> Enum.map(&Planet.describe/1)
|> Enum.each(&IO.puts/1)
