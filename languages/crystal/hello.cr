record Planet, name : String, moons : Int32 do
  def to_s(io)
    io << name << " has " << moons << (moons == 1 ? " moon" : " moons")
  end
end

puts "Hello, World!"
[Planet.new("Earth", 1), Planet.new("Mars", 2)].each { |planet| puts planet }
