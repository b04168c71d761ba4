lassign [gets stdin] a b
puts [expr {$a + $b}]
puts -nonewline [read stdin]
