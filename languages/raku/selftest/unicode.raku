say "äöü ∀ 日本 🎉";
say get;
