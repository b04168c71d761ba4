Code.require_file("second.ex", __DIR__)

IO.puts(Second.text())
