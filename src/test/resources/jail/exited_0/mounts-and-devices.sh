# attacks: 82, 109, 110
attempt() { if "$@" > /dev/null 2>&1; then echo "$*"; fi; }
attempt mknod /tmp/disk b 254 0
attempt mknod /tmp/null c 1 3
attempt mknod /tmp/nothing c 0 0
attempt mount -t tmpfs none /tmp
attempt mount --bind / /tmp
attempt mount -o remount,rw /
attempt mount -o remount,bind,rw /usr
attempt mount -t proc proc /tmp
attempt mount -t cgroup2 none /tmp
attempt mount -t overlay overlay -o lowerdir=/usr,upperdir=/tmp,workdir=/tmp /work
attempt umount /proc
attempt umount -l /
attempt chroot /usr /bin/true
attempt pivot_root /tmp /tmp
attempt unshare -r true
attempt unshare -m true
attempt nsenter -t 1 -m true
attempt losetup /dev/loop0 /tmp/x
echo held
