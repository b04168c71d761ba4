# attacks: 54
for secret in mem environ fd/0 fd/3 fd/4 maps cwd/x root/x exe auxv; do
    if cat "/proc/1/$secret" > /dev/null 2>&1; then echo "read /proc/1/$secret"; fi
done
for secret in mem fd/3 fd/4 oom_score_adj; do
    if (echo x > "/proc/1/$secret") 2> /dev/null; then echo "wrote /proc/1/$secret"; fi
done
ls /proc/1/fd > /dev/null 2>&1 && echo "listed /proc/1/fd"
for fd in 3 4 5 6 7 8 9; do
    [ -e "/proc/$$/fd/$fd" ] && echo "was left descriptor $fd"
done
echo held
