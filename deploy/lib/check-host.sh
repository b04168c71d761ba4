# What the host must have, and what makes an escape harder. Sourced by deploy/doctor and its test, never run.
# shellcheck shell=bash

at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]; }

kernel() {
    local release
    release=$(uname -r)
    if at_least "${release%%-*}" 5.14; then
        good "kernel $release"
    else
        bad "kernel $release is older than 5.14" "apt-get install linux-image-amd64, then reboot"
    fi
}

# Whether the kernel that runs is the newest that apt knows.
patch_level() {
    local running newest age
    running=$(uname -v | sed -n 's/.* Debian \([^ ]*\) (.*/\1/p')
    if [ -z "$running" ]; then
        warn "the kernel is not Debian's: nobody here knows which holes are mended in it" \
            "ask whoever supplies it, and keep it current; a jail is as good as its kernel"
        return
    fi
    newest=$(apt-cache policy "linux-image-$(dpkg --print-architecture)" 2>/dev/null | awk '$1 == "Candidate:" && $2 != "(none)" { print $2 }')
    age=$(age_of_package_lists)
    if [ -z "$newest" ] || [ "$age" -gt 7 ]; then
        warn "apt's lists are missing or older than a week: the kernel's patch level can't be told" "apt-get update, then call this again"
    elif at_least "$running" "$newest"; then
        good "kernel $running is Debian's newest"
    else
        bad "kernel $running runs, Debian has $newest: holes that are mended there are open here" \
            "apt-get install linux-image-$(dpkg --print-architecture), then reboot"
    fi
}

# In days; a big number when there are none.
age_of_package_lists() {
    local newest
    newest=$(find "$host/var/lib/apt/lists" -maxdepth 1 -name '*Release' -printf '%Ts\n' 2>/dev/null | sort -n | tail -n 1)
    printf '%s\n' $((($(date +%s) - ${newest:-0}) / 86400))
}

cpu_level() {
    local flag
    for flag in cx16 lahf_lm popcnt sse4_1 sse4_2 ssse3; do
        if ! grep -qw -m 1 "$flag" "$host/proc/cpuinfo"; then
            bad "the CPU lacks $flag, and nsjail needs the level x86-64-v2" \
                "in a virtual machine pass the host's CPU through (libvirt: host-passthrough; qemu: -cpu host or max)"
            return
        fi
    done
    good "CPU level x86-64-v2"
}

cpu_vulnerabilities() {
    local open
    if grep -qwE 'mitigations=(off|auto,off)' "$host/proc/cmdline"; then
        bad "the kernel was told not to defend itself against its CPU (mitigations=off)" "take that off the kernel command line, then reboot"
    fi
    open=$(grep -lE '^(Vulnerable|Unknown)' "$host"/sys/devices/system/cpu/vulnerabilities/* 2>/dev/null | sed 's/.*\///' | paste -sd ' ')
    if [ -n "$open" ]; then
        warn "the CPU is open to: $open" \
            "apt-get install intel-microcode or amd64-microcode (non-free-firmware) and a current kernel, then reboot; in a virtual machine that is its host's to do"
    else
        good "CPU without known holes that the kernel doesn't cover"
    fi
    if [ "$(value /sys/devices/system/cpu/smt/active 0)" = 1 ]; then
        warn "two hardware threads share each core: programs on both can learn from each other's timing, and slow each other down" \
            "put nosmt on the kernel command line where that matters, as for contests"
    fi
}

cgroups() {
    local unified controller missing=()
    unified=$(awk '$3 == "cgroup2" { print $2; exit }' "$host/proc/mounts")
    if [ -n "$unified" ] && grep -qw memory "$host$unified/cgroup.controllers"; then
        for controller in memory pids cpu; do
            grep -qw "$controller" "$host$unified/cgroup.controllers" || missing+=("$controller")
        done
        if [ "${#missing[@]}" -eq 0 ]; then
            good "cgroup v2 at $unified with memory, pids, cpu"
            cgroups_can_be_made "$unified"
            return
        fi
    else
        for controller in memory pids cpu cpuacct; do
            [ -n "$(v1_mount "$controller")" ] || missing+=("$controller")
        done
        if [ "${#missing[@]}" -eq 0 ]; then
            good "cgroup v1 with memory, pids, cpu, cpuacct"
            cgroups_can_be_made "$(v1_mount memory)" "$(v1_mount pids)" "$(v1_mount cpu)" "$(v1_mount cpuacct)"
            return
        fi
    fi
    bad "no cgroup controller for: ${missing[*]}" \
        "take cgroup_disable=… off the kernel command line; for v1 mount each: mount -t cgroup -o NAME NAME /sys/fs/cgroup/NAME"
}

v1_mount() {
    awk -v name="$1" '$3 == "cgroup" && ("," $4 ",") ~ ("," name ",") { print $2; exit }' "$host/proc/mounts"
}

cgroups_can_be_made() {
    local top_group
    for top_group in "$@"; do
        if ! mkdir "$host$top_group/sandlot-doctor" 2>/dev/null; then
            bad "no cgroup can be made beneath $top_group" \
                "in a container: mount it there for writing (--cgroupns=host with the host's hierarchy); a virtual machine is the better place"
            return
        fi
        rmdir "$host$top_group/sandlot-doctor"
        if [ -e "$host$top_group/sandlot/cgroup.subtree_control" ] && [ -e "$host$top_group/cgroup.controllers" ] &&
            ! grep -qw memory "$host$top_group/sandlot/cgroup.subtree_control"; then
            bad "the cgroup $top_group/sandlot hands no controllers on to jails" "echo '+memory +pids +cpu' >$top_group/sandlot/cgroup.subtree_control"
        fi
    done
    good "cgroups can be made"
}

user_namespaces() {
    if [ "$(value /proc/sys/user/max_user_namespaces 0)" -eq 0 ]; then
        bad "user namespaces are off" "sysctl user.max_user_namespaces=10000, and keep it in /etc/sysctl.d/"
    elif [ "$(value /proc/sys/kernel/apparmor_restrict_unprivileged_userns 0)" -eq 0 ]; then
        good "user namespaces"
    elif grep -qs '^sandlot-nsjail ' "$host/sys/kernel/security/apparmor/profiles"; then
        good "user namespaces: AppArmor restricts them, and nsjail has its profile"
    else
        warn "AppArmor restricts user namespaces and nsjail has no profile; root, who starts it, is exempt on the kernels that we know" \
            "deploy/run --prepare installs deploy/apparmor/sandlot-nsjail (needs the package apparmor, 4 or newer)"
    fi
}

swap() {
    if [ "$(wc -l <"$host/proc/swaps")" -le 1 ]; then
        good "no swap"
    elif [ -e "$host$(v1_mount memory)/memory.memsw.limit_in_bytes" ] || grep -qs memory "$host/sys/fs/cgroup/cgroup.controllers"; then
        warn "swap is on: it is counted and limited, but makes times uneven" "swapoff -a, and take it out of /etc/fstab"
    else
        bad "swap is on and not counted: a program could use it past its memory limit" \
            "swapoff -a, or boot with swapaccount=1 on the kernel command line"
    fi
}

core_pattern() {
    local pattern
    pattern=$(value /proc/sys/kernel/core_pattern)
    case $pattern in
        '|'*) warn "core dumps go to a program (${pattern%% *}) that runs as root on what a jailed program made" "sysctl kernel.core_pattern=core, and keep it in /etc/sysctl.d/" ;;
        *) good "core_pattern is a plain name" ;;
    esac
}

# The kernel's own word on whether its clock follows another: `yes`, `no`.
clock_follows() {
    /usr/bin/python3 -I -c '
import ctypes
class Timex(ctypes.Structure):
    _fields_ = [("modes", ctypes.c_uint), ("rest", ctypes.c_byte * 252)]
print("no" if ctypes.CDLL(None).adjtimex(ctypes.byref(Timex())) == 5 else "yes")'
}

# How far the monotonic clock strays from the other, in thousandths of the time between two looks.
clock_strays() {
    /usr/bin/python3 -I -c '
import time
looks = [(time.monotonic(), time.time())]
time.sleep(0.5)
looks.append((time.monotonic(), time.time()))
monotonic, real = (later - earlier for earlier, later in zip(*looks))
print(round(abs(monotonic - real) / max(monotonic, 1e-9) * 1000))'
}

clock() {
    local source
    source=$(value /sys/devices/system/clocksource/clocksource0/current_clocksource unknown)
    case $source in
        jiffies | refined-jiffies | unknown) warn "the clock source is $source: times are coarse, limits inexact" "give the (virtual) machine a better one: tsc, kvm-clock, hpet" ;;
        *) good "clock source $source" ;;
    esac
    if [ "$(clock_follows)" = yes ]; then
        good "the clock is synchronised"
    else
        warn "the clock follows no other: times of snippets and submissions may be wrong" "apt-get install systemd-timesyncd (or chrony) and let it run; timedatectl shows its state"
    fi
    if [ "$(clock_strays)" -gt 50 ]; then
        bad "the monotonic clock and the time of day run apart: limits can't be trusted" "see dmesg for clocksource; boot with clocksource=hpet or repair the virtual machine's timers"
    else
        good "the monotonic clock runs evenly"
    fi
    if [ "$(date +%Y)" -lt 2026 ]; then bad "the clock says $(date +%F)" "set it: timedatectl set-time, or a time service"; fi
    if [ "$(date +%z)" != +0000 ]; then warn "the time zone is not UTC: a log has an hour twice in autumn" "timedatectl set-timezone UTC"; fi
}

memory_habits() {
    if [ "$(value /sys/kernel/mm/ksm/run 0)" -ne 0 ]; then
        warn "the kernel merges equal pages (KSM): one program can learn what another holds" "echo 2 >/sys/kernel/mm/ksm/run, and keep ksmd and ksmtuned off"
    fi
    if [[ $(value /sys/kernel/mm/transparent_hugepage/enabled) == *"[always]"* ]]; then
        warn "huge pages are given unasked: a program's peak memory is less even" "echo madvise >/sys/kernel/mm/transparent_hugepage/enabled; transparent_hugepage=madvise on the kernel command line keeps it"
    fi
}

# disk FOLDER: where the data, the root and the server are.
disk() {
    local folder=$1 free inodes options
    options=$(findmnt -no OPTIONS -T "$folder" 2>/dev/null || true)
    if [[ ,$options, == *,ro,* ]]; then
        bad "$folder is on a file system that is mounted read-only" \
            "see dmesg for why (a broken disk makes it so); mount -o remount,rw $(findmnt -no TARGET -T "$folder")"
    fi
    free=$(df --output=avail -BM "$folder" 2>/dev/null | tail -n 1 | tr -dc 0-9)
    if [ "${free:-0}" -lt 2048 ]; then
        bad "only ${free:-0} MiB are free beneath $folder" "make room: 2 GiB at least, 4 GiB to build the language root"
    else
        good "$free MiB free beneath $folder"
    fi
    inodes=$(df --output=iavail "$folder" 2>/dev/null | tail -n 1 | tr -dc 0-9)
    # Some file systems make them as they are needed and say 0.
    if [ "${inodes:-0}" -ne 0 ] && [ "$inodes" -lt 100000 ]; then
        bad "only $inodes inodes are free beneath $folder" "delete what has many small files (find $folder -xdev -printf '%h\\n' | sort | uniq -c | sort -n | tail)"
    fi
}

# hardened NAME WANTED...: a kernel setting that is safer at one of these values.
hardened() {
    local file=/proc/sys/${1//.//} found wanted
    [ -r "$host$file" ] || return 0
    found=$(value "$file")
    for wanted in "${@:2}"; do
        if [ "$found" = "$wanted" ]; then good "$1 = $found"; return; fi
    done
    warn "$1 = $found" "sysctl -w $1=$2 && echo '$1 = $2' >>/etc/sysctl.d/90-sandlot.conf"
}

kernel_settings() {
    hardened kernel.unprivileged_bpf_disabled 1 2
    hardened kernel.io_uring_disabled 2
    hardened kernel.kptr_restrict 2 1
    hardened kernel.dmesg_restrict 1
    hardened kernel.yama.ptrace_scope 2 3
    hardened kernel.perf_event_paranoid 3 4
    hardened vm.unprivileged_userfaultfd 0
    hardened fs.protected_hardlinks 1
    hardened fs.protected_symlinks 1
    hardened fs.protected_fifos 2 1
    hardened fs.protected_regular 2 1
    hardened fs.suid_dumpable 0 2
}

# What an escape would find here beside Sandlot.
neighbours() {
    local path home found='' others
    for path in /var/run/docker.sock /run/containerd/containerd.sock /etc/kubernetes/admin.conf /etc/letsencrypt/live; do
        if [ -e "$host$path" ]; then found+=" $path"; fi
    done
    for home in "$host"/root "$host"/home/*; do
        for path in "$home"/.ssh/id_* "$home"/{.aws/credentials,.kube/config,.docker/config.json,.config/gcloud,.netrc,.pgpass}; do
            if [ -e "$path" ] && [[ $path != *.pub ]]; then found+=" ${path#"$host"}"; fi
        done
    done
    if [ -n "$found" ]; then
        warn "an escape would find secrets here:$found" "move them elsewhere, or give Sandlot a machine (or virtual machine) of its own"
    else
        good "no other's keys in the usual places"
    fi
    others=$(other_listeners | sort -u | paste -sd ' ')
    if [ -n "$others" ]; then
        warn "other services listen on this machine: $others" "end what isn't needed (ss -ltnp names each), or give Sandlot a machine of its own"
    else
        good "no other service listens here"
    fi
}

# name:port of each program that listens for TCP and is neither ours nor sshd.
other_listeners() {
    local ours
    ours=$(pgrep -u sandlot 2>/dev/null | paste -sd '|' || true)
    ss -Hltnp 2>/dev/null | grep -vE "pid=(${ours:-none})," |
        sed -nE 's/^[^ ]+ +[^ ]+ +[^ ]+ +[^ ]*:([0-9]+) .*/\1 &/p' |
        sed -E 's/^([0-9]+) .*users:\(\("([^"]+)".*/\2:\1/; s/^([0-9]+) .*/unknown:\1/' | grep -vE '^(sshd|systemd):' || true
}
