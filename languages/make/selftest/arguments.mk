%:
	@echo $@
