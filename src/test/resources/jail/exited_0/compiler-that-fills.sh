# attacks: 153, 76: the compile step's own disk
# profile: compile
# limits: memory=1024MiB cpu=5s wall=20s fileSize=256MiB
# expect: !memoryLimitHit
for folder in /work /tmp /dev/shm; do
    head -c 300000000 /dev/zero > $folder/big 2> /dev/null && echo "$folder never got full"
done
rm -f /work/big
for i in {1..40000}; do : > /work/$i || break; done 2> /dev/null
[ -e /work/40000 ] && echo "40,000 files"
echo held
