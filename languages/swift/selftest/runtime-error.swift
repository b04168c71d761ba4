import Foundation

print("before")
fflush(stdout)
fatalError("on purpose")
