# attacks: 57
# run: /dev/null
echo unlikely
