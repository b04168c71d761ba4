stdout.write "Name? "
stdout.flushFile
echo "Hello, ", stdin.readLine
