import Foundation

print(try String(contentsOfFile: "test.txt", encoding: .utf8), terminator: "")
