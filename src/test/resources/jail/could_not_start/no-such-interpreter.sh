#!/no/such/interpreter
# attacks: 57
# run: ./PROBE
echo unlikely
