console.log 'äöü ∀ 日本 🎉'
process.stdin.pipe process.stdout
