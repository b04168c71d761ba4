# attacks: 1: a new program every millisecond, and always the same process
# limits: cpu=300ms wall=20s
# expect: cpu>=300ms cpu<=450ms
exec /bin/bash "$0"
