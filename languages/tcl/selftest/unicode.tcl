puts "äöü ∀ 日本 🎉"
puts [gets stdin]
