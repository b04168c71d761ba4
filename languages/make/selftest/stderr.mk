all:
	@echo out
	@echo err >&2
