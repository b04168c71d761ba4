# attacks: 94
# profile: compile
# collect: out/passwd up/passwd
# expect: files=0
ln -s /etc out
ln -s .. up
echo held
