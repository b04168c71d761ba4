call charout , "Name? "
parse pull name
say "Hello," name
