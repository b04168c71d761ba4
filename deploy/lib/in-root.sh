#!/usr/bin/env bash
# in-root.sh [--network] ROOT DIRECTORY COMMAND...: runs a command in a root file system as root, with its own /proc, /dev and pids, which vanish
# with it, and nothing of the host's environment. Without --network it has none.
set -euo pipefail
network=(--net)
if [ "$1" = --network ]; then
    network=()
    shift
fi
export root=$1 directory=$2
shift 2
# shellcheck disable=SC2016 # the inner shell expands it
exec unshare --mount --pid --fork --kill-child --ipc --uts "${network[@]}" bash -euc '
    mount --make-rprivate /
    mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
    mount -t tmpfs -o nosuid,mode=0755 tmpfs "$root/dev"
    mknod -m 0666 "$root/dev/null" c 1 3
    mknod -m 0666 "$root/dev/zero" c 1 5
    mknod -m 0666 "$root/dev/random" c 1 8
    mknod -m 0666 "$root/dev/urandom" c 1 9
    ln -s /proc/self/fd "$root/dev/fd"
    mount -t tmpfs -o nosuid,nodev,mode=1777 tmpfs "$root/tmp"
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp TMPDIR=/tmp LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        chroot "$root" /bin/sh -c '\''cd "$1" && shift && exec "$@"'\'' sh "$directory" "$@"
' in-root "$@"
