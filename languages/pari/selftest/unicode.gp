print("äöü ∀ 日本 🎉");
print(externstr("head -n 1")[1]);
