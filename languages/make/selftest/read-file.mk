all:
	@cat test.txt
