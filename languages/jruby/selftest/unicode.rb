puts "äöü ∀ 日本 🎉"
puts gets.unicode_normalize
