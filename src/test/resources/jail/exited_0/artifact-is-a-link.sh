# attacks: 92
# profile: compile
# collect: passwd environ canary ok
# expect: files=1 filesTruncated
ln -s /etc/passwd passwd
ln -s /proc/self/environ environ
ln -s "$CANARY_FILE" canary
echo ok > ok
echo held
