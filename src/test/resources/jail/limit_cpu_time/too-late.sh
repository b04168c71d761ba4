# attacks: 13: would end beyond its limit
# limits: cpu=600ms wall=20s
# The shell's own clock: `times` says user and system time as 0m0.123s, the system's on the same line.
milliseconds=0
while [ "$milliseconds" -lt $((800 * @TIME_FACTOR@)) ]; do
    for i in {1..2000}; do :; done
    times > /tmp/times
    read -r user system < /tmp/times
    user=${user#0m} system=${system#0m}
    user=${user%s} system=${system%s}
    milliseconds=$((10#${user/./} + 10#${system/./}))
done
echo held
