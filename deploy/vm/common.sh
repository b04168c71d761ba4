# Words that the scripts of the virtual machine share. Sourced, never run.
# shellcheck shell=bash disable=SC2034 # each script uses a part

vm=$state/vm
image=$vm/sandlot.qcow2
guest_root=/usr/lib/sandlot/root

# To build the machine and to run it.
vm_packages=(dosfstools e2fsprogs fdisk mtools ovmf qemu-system-x86 qemu-utils)

# machine ACCELERATOR CPUS MEMORY_MIB: what every start of it has in common, in $qemu.
machine() {
    local cpu=max
    if [ "$1" = kvm ]; then cpu=host; fi
    qemu=(qemu-system-x86_64 -nodefaults -no-user-config -display none -no-reboot
        -machine "q35,accel=$1" -cpu "$cpu" -smp "$2" -m "$3" -bios /usr/share/ovmf/OVMF.fd -rtc "base=utc,clock=host"
        -device virtio-rng-pci)
}

# best_accelerator: kvm where the processor's virtualisation can be used, else tcg.
best_accelerator() {
    if [ -w /dev/kvm ] && grep -qE -m 1 '^flags.* (vmx|svm)( |$)' /proc/cpuinfo; then echo kvm; else echo tcg; fi
}

lock_vm() {
    install -d -m 0755 /run/lock
    exec 8>>/run/lock/sandlot-vm.lock
    flock -n 8 || die "another script of deploy/vm is at work on this host. Fix: stop it first"
}
