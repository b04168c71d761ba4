@echo from the second file
