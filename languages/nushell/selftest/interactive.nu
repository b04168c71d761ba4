print --no-newline "Name? "
let name = ^head -n 1 | str trim
print $"Hello, ($name)"
