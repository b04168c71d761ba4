# attacks: 92, 97: files and folders that nobody may read
# profile: compile
# collect: *
# expect: files<=4 filesTruncated
echo secret > unreadable
mkdir closed blind
echo x > closed/x
echo x > blind/x
echo ok > ok
chmod 000 unreadable
chmod 000 closed
chmod 100 blind
chmod 000 .
echo held
