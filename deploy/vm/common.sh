# Words that the scripts of the virtual machine share. Sourced, never run.
# shellcheck shell=bash disable=SC2034 # each script uses a part

vm=$state/vm
image=$vm/sandlot.qcow2
guest_root=/usr/lib/sandlot/root

# To build the machine and to run it.
vm_packages=(dosfstools e2fsprogs fdisk mtools ovmf qemu-system-x86 qemu-utils)

lock_vm() {
    install -d -m 0755 /run/lock
    exec 8>>/run/lock/sandlot-vm.lock
    flock -n 8 || die "another script of deploy/vm is at work on this host. Fix: stop it first"
}
