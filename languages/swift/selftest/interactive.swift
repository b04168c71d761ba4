import Foundation

print("Name? ", terminator: "")
fflush(stdout)
print("Hello, \(readLine()!)")
