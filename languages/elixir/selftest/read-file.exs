IO.write(File.read!("test.txt"))
