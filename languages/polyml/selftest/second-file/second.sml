structure Second = struct
  val text = "from the second file"
end
