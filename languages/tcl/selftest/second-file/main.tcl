source second.tcl
puts [text]
