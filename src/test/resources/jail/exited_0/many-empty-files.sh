# attacks: 77
# limits: memory=128MiB cpu=5s wall=20s
# expect: !memoryLimitHit
for folder in /work /tmp /dev/shm; do
    made=0
    while [ $made -lt 100000 ] && : > "$folder/empty$made"; do
        made=$((made + 1))
    done 2> /dev/null
    [ $made -lt 100000 ] || echo "$folder took 100,000"
done
echo held
