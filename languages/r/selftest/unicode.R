cat("äöü ∀ 日本 🎉\n")
cat(readLines(file("stdin"), 1), "\n", sep = "")
