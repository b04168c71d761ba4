ELF
# attacks: 57: the start of a program, and nothing more
# run: ./PROBE
