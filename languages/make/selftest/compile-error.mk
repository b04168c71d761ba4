all:
	@echo before
no separator # WRONG
