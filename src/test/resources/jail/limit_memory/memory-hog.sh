# attacks: 16
# or: exited_2 exited_1
# limits: memory=64MiB cpu=5s wall=20s
hoard=x
while :; do
    hoard=$hoard$hoard
done
