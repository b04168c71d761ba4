# attacks: 57
# run: ./no-such-program
echo unlikely
