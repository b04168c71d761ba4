#!./main.sh
# attacks: 57: it would be its own interpreter
# run: ./PROBE
echo unlikely
