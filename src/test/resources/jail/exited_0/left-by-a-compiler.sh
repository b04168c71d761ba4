# attacks: 98: what a compile step may leave in place of a program; RunsIT starts it
# profile: compile
# collect: a.out
# expect: files=0 filesTruncated
ln -s /bin/sh a.out
echo held
