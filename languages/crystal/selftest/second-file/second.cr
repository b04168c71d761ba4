module Second
  def self.text
    "from the second file"
  end
end
