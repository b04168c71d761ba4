# attacks: 120, 121
before=$(cat /proc/self/oom_score_adj)
(echo -1000 > /proc/self/oom_score_adj) 2> /dev/null && echo "lowered it to $(cat /proc/self/oom_score_adj)"
[ "$before" -ge 0 ] || echo "starts at $before"
echo held
