all:
	@echo before
	@false
