# attacks: 57
# run: /tmp
echo unlikely
