fruits := pear apple fig

all: greeting $(fruits)

greeting:
	@echo "Hello, World!"

$(fruits): greeting
	@echo "$@ depends on $^"

.PHONY: all greeting $(fruits)
