File.open("test.txt") { |file| print file.read }
