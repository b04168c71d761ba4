# attacks: 64: nobody types
# terminal: too
# stdin: open
# limits: wall=700ms
# expect: wall>=700ms
print(input())
