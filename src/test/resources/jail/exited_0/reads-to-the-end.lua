-- attacks: 64
-- terminal: too
-- stdin: one\ntwo\n
-- expect: stdout=8
print(#io.read("a"))
