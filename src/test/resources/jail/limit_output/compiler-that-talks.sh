# attacks: 137, 153
# profile: compile
# limits: output=64KiB
# expect: errorsTruncated stderrBytes=65536
yes 'main.c:1:1: error: more and more' >&2
