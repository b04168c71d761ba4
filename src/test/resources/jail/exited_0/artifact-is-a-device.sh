# attacks: 93
# profile: compile
# collect: random zero pipe
# expect: files=0
ln -s /dev/urandom random
ln -s /dev/zero zero
mkfifo pipe
echo held
