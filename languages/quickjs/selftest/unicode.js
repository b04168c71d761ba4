console.log("äöü ∀ 日本 🎉");
console.log(std.in.getline());
