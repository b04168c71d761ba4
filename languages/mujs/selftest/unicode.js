print("äöü ∀ 日本 🎉");
write(read("/dev/stdin"));
