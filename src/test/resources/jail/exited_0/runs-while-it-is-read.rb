# attacks: 149: code that runs before the program does
puts "held"
END { puts File.read("@CANARY_FILE@") if File.exist?("@CANARY_FILE@") }
BEGIN {
  puts File.read("@CANARY_FILE@") if File.exist?("@CANARY_FILE@")
  puts `cat /etc/shadow 2> /dev/null`.lines.first(1)
  (fork { Process.setsid; sleep 600 }) || exit
}
