# attacks: 76
# limits: memory=256MiB cpu=5s wall=20s fileSize=16MiB
# expect: !memoryLimitHit
for folder in /work /tmp; do
    full=no
    for i in 1 2 3 4 5 6 7 8; do
        head -c 16000000 /dev/zero > "$folder/big$i" 2> /dev/null || full=yes
    done
    [ $full = yes ] || echo "$folder never got full"
done
echo held
