# attacks: 72: and reads by them
# stdin: from stdin\n
# expect: stdout=from
read -r word rest < /dev/stdin
echo "$word" > /dev/stdout
echo "$rest" > /dev/stderr
(echo lost > /dev/tty) 2> /dev/null
:
