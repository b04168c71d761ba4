echo out
echo err >/dev/stderr
