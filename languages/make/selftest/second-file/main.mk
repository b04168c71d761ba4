include second.mk

all:
	@echo $(text)
