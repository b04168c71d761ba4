data = gets.strip
if data == "ping"
  puts "pong"
else
  kept = []
  loop { kept << data * 100_000 }
end
