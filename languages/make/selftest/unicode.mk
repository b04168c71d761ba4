all:
	@echo "äöü ∀ 日本 🎉"
	@cat
