# attacks: 96
# profile: compile
# limits: fileSize=64MiB memory=256MiB
# collect: big sparse small
# expect: files=1 filesTruncated
head -c 10000000 /dev/zero > big
truncate -s 60M sparse
echo x > small
echo held
