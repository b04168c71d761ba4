console.log("äöü ∀ 日本 🎉");
process.stdout.write(await Bun.stdin.text());
