#!/usr/bin/env bash
# Makes a file system ready to be the root of jails: the mount points that sandlot-jail needs (nsjail would make them itself, in
# the source), a neutral /etc, no set-uid files, no device nodes, no secrets. Can be repeated. Usage: prepare-root.sh ROOT
set -euo pipefail
root=$(realpath "${1:?Usage: prepare-root.sh ROOT}")
if [ "$root" = / ] || [ ! -d "$root/usr" ] || [ ! -d "$root/etc" ]; then
    echo "$root is no root file system" >&2
    exit 1
fi

directory() { [ -d "$root$1" ] || mkdir -p "$root$1"; chmod "${2:-0755}" "$root$1"; }
content() { rm -f "$root$1"; printf %b "$2" > "$root$1"; chmod 0644 "$root$1"; }

for path in /proc /sys /dev /work /run; do directory "$path"; done
directory /tmp 1777

# Names for what is mounted over them.
find "$root/dev" -xdev -mindepth 1 -delete
for path in /dev/shm /dev/pts; do directory "$path"; done
for device in null zero full random urandom tty; do content "/dev/$device" ''; done
ln -s /proc/self/fd "$root/dev/fd"
ln -s /proc/self/fd/0 "$root/dev/stdin"
ln -s /proc/self/fd/1 "$root/dev/stdout"
ln -s /proc/self/fd/2 "$root/dev/stderr"
ln -s pts/ptmx "$root/dev/ptmx"
content /sbin/sandlot-init ''

content /etc/passwd 'root:x:0:0:root:/nonexistent:/usr/sbin/nologin\nbox:x:1000:1000:This is a sandbox:/tmp:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n'
content /etc/group 'root:x:0:\nbox:x:1000:\nnogroup:x:65534:\n'
content /etc/hosts '127.0.0.1 localhost box\n::1 localhost\n'
content /etc/hostname 'box\n'
content /etc/resolv.conf ''
content /etc/machine-id ''
rm -f "$root"/etc/{shadow,shadow-,gshadow,gshadow-,passwd-,group-,subuid,subgid} "$root"/etc/ssh/ssh_host_* "$root/var/lib/dbus/machine-id"
rm -rf "$root/root" && directory /root 0700
find "$root/var/log" -xdev -type f -delete 2>/dev/null || true

find "$root" -xdev -type f -perm /6000 -exec chmod u-s,g-s {} +
find "$root" -xdev -type d -perm /6000 -exec chmod u-s,g-s {} +
if command -v setcap > /dev/null && command -v getcap > /dev/null; then
    getcap -r "$root" 2>/dev/null | sed 's/ .*//' | while IFS= read -r file; do setcap -r "$file"; done
fi
