attacks: 57
run: ./PROBE
This is no program: it has neither a format that the kernel knows nor a first line that names an interpreter.
