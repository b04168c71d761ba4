# attacks: 97: one big file, by hard links and by asking again
# profile: compile
# limits: fileSize=16MiB memory=128MiB
# collect: big big big again *
# expect: files<=3 filesTruncated
head -c 400000 /dev/zero > big
ln big again
ln big and-again
mkdir d
ln big d/once-more
echo held
