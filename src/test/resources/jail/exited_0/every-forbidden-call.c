// attacks: 38, 108, 109, 110, 112, 113, 114, 116, 132: with nothing in their arguments, and by their x32 numbers
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static const short calls[] = {
    SYS_unshare, SYS_setns, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_fsopen, SYS_fsconfig, SYS_fsmount, SYS_fspick, SYS_move_mount,
    SYS_open_tree, SYS_mount_setattr, SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_kexec_file_load, SYS_swapon,
    SYS_swapoff, SYS_acct, SYS_quotactl, SYS_settimeofday, SYS_clock_settime, SYS_adjtimex, SYS_clock_adjtime, SYS_syslog, SYS_iopl, SYS_ioperm,
    SYS_vhangup, SYS_sethostname, SYS_setdomainname, SYS_fanotify_init, SYS_fanotify_mark, SYS_name_to_handle_at, SYS_open_by_handle_at, SYS_kcmp,
    SYS_process_vm_readv, SYS_process_vm_writev, SYS_process_madvise, SYS_process_mrelease, SYS_pidfd_getfd, SYS_ptrace, SYS_move_pages,
    SYS_migrate_pages, SYS_mbind, SYS_set_mempolicy, SYS_modify_ldt, SYS_vmsplice, SYS_uselib, SYS_ustat, SYS_sysfs, SYS__sysctl, SYS_seccomp,
    SYS_clone3, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register, SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_bpf,
    SYS_perf_event_open, SYS_memfd_secret, SYS_shmget, SYS_shmat, SYS_shmctl, SYS_msgget, SYS_msgsnd, SYS_msgrcv, SYS_msgctl, SYS_semget, SYS_semop,
    SYS_semctl, SYS_mq_open, SYS_mq_unlink, SYS_io_setup, SYS_io_submit, SYS_landlock_create_ruleset, SYS_landlock_restrict_self, SYS_inotify_init,
    SYS_inotify_init1, SYS_inotify_add_watch, SYS_create_module, SYS_query_module, SYS_get_kernel_syms, SYS_nfsservctl, SYS_lookup_dcookie,
    SYS_remap_file_pages, SYS_reboot, 451, 457, 458,
};

int main(void)
{
    for (unsigned i = 0; i < sizeof calls / sizeof *calls; i++) {
        long number = calls[i];
        if (syscall(number, 0, 0, 0, 0, 0, 0) >= 0 || (errno != EPERM && errno != ENOSYS)) {
            printf("call %ld: errno %d\n", number, errno);
        }
        if (syscall(number | 0x40000000, 0, 0, 0, 0, 0, 0) >= 0 || errno != ENOSYS) {
            printf("x32 call %ld: errno %d\n", number, errno);
        }
    }
    for (long number = 512; number < 548; number++) {
        if (syscall(number | 0x40000000, 0, 0, 0, 0, 0, 0) >= 0 || errno != ENOSYS) {
            printf("x32 call %ld: errno %d\n", number, errno);
        }
    }
    puts("held");
    return 0;
}
