# attacks: 64
# terminal: too
# stdin: one\ntwo\n
# expect: stdout=8
wc -c
