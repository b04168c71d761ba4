puts -nonewline "Name? "
flush stdout
puts "Hello, [gets stdin]"
