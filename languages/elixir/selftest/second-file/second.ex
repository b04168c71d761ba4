defmodule Second do
  def text, do: "from the second file"
end
