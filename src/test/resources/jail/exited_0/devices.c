// attacks: 125: by every name that a device has
#include <fcntl.h>
#include <linux/random.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

int main(void)
{
    static const char *const names[] = {
        "mem", "kmem", "port", "kmsg", "kvm", "fuse", "loop-control", "loop0", "vsock", "vhost-vsock", "vhost-net", "net/tun", "uinput", "input/event0",
        "snd/timer", "dri/card0", "nvidia0", "sda", "vda", "nvme0n1", "nvme0", "mapper/control", "btrfs-control", "userfaultfd", "rtc0", "hpet", "watchdog",
        "cpu/0/msr", "cpu/0/cpuid", "cpu_dma_latency", "autofs", "ppp", "rfkill", "uhid", "console", "tty0", "tty1", "ttyS0", "vcs", "fb0", "sg0", "mcelog",
        "dma_heap/system", "ptp0", "sev", "tpm0", "udmabuf", "vfio/vfio", "binder", "ashmem", "hwrng", "mqueue", "hugepages", "bus/usb/001/001", "xen/privcmd",
    };
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        char name[64];
        snprintf(name, sizeof name, "/dev/%s", names[i]);
        if (open(name, O_RDONLY | O_NONBLOCK) >= 0 || open(name, O_WRONLY | O_NONBLOCK) >= 0 || access(name, F_OK) == 0) {
            puts(name);
        }
    }
    int noise = open("/dev/urandom", O_RDWR);
    if (ioctl(noise, RNDZAPENTCNT) == 0 || ioctl(noise, RNDCLEARPOOL) == 0 || ioctl(noise, RNDADDTOENTCNT, &(int){-1}) == 0) {
        puts("the host's randomness");
    }
    for (int fd = 0; fd < 3; fd++) {
        if (ioctl(fd, TIOCLINUX, &(char){0}) == 0 || ioctl(fd, TIOCCONS, 0) == 0) {
            puts("a console");
        }
    }
    puts("held");
    return 0;
}
