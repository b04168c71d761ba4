"" | halt_error(7)
