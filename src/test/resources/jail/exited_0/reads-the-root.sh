# attacks: 36: the cache of what it reads is taken back, not held against it
# limits: memory=32MiB cpu=5s wall=20s
# expect: !memoryLimitHit peak<=33MiB
cat /usr/lib/x86_64-linux-gnu/*.so* /usr/bin/* 2> /dev/null | head -c 300000000 > /dev/null
echo held
