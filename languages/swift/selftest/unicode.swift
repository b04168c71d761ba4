print("äöü ∀ 日本 🎉")
print(readLine()!)
