# attacks: 85: what the kernel tells of mounts names no job and no slot
[ "$(hostname 2> /dev/null || cat /proc/sys/kernel/hostname)" = box ] || echo "the host's name"
[ "$(cat /proc/sys/kernel/domainname)" = "(none)" ] || echo "the host's domain"
grep -E 'slot|nsjail|/home|/data|canary|/run/user' /proc/self/mountinfo /proc/self/mounts /proc/self/mountstats
[ -n "$(cat /proc/uptime /proc/loadavg /proc/version)" ] || echo "neither uptime nor load: the page says that they are seen"
echo held
