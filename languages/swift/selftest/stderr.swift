import Foundation

print("out")
FileHandle.standardError.write("err\n".data(using: .utf8)!)
