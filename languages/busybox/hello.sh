# Every command here is BusyBox itself.
echo "Hello, World!"

seq 1 5 | while read -r n; do
    echo "$n squared is $((n * n))"
done

busybox | head -n 1
