# attacks: 130: whatever else is there is printed
puts ENV.keys - %w[PATH HOME TMPDIR LANG CANARY_FILE CANARY_PORT]
puts "held"
