#!/usr/bin/env bash
# Makes hosts of which deploy/doctor must say something, and hosts of which it must not; prints "N passed, M failed".
# Nothing of this machine is changed: the host's files are a folder, its commands are functions. Usage: doctor_test.sh [test…]
# shellcheck disable=SC2317 # the functions that stand for commands are called by what is tested
set -uo pipefail
# shellcheck source=deploy/lib/common.sh
. "$(dirname "$0")/../../../deploy/lib/common.sh"
# shellcheck source=deploy/lib/packages.sh
. "$top/deploy/lib/packages.sh"
# shellcheck source=deploy/lib/service.sh
. "$top/deploy/lib/service.sh"
# shellcheck source=deploy/lib/findings.sh
. "$top/deploy/lib/findings.sh"
# shellcheck source=deploy/lib/check-host.sh
. "$top/deploy/lib/check-host.sh"
# shellcheck source=deploy/lib/check-sandlot.sh
. "$top/deploy/lib/check-sandlot.sh"

json=quiet

# put FILE TEXT: a file of the host.
put() {
    mkdir -p "$host$(dirname "$1")"
    printf '%b' "$2" >"$host$1"
}

# finds LEVEL WORDS CHECK...: of all that these checks say, one finding is of this level and holds these words.
finds() {
    local level=$1 words=$2 line
    shift 2
    findings=()
    "$@"
    for line in ${findings[@]+"${findings[@]}"}; do
        if [[ $line == "$level"$'\t'*"$words"* ]]; then
            [ "$level" = ok ] || [[ $line == *$'\t'*$'\t'?* ]] || { echo "no fix: $line" && return 1; }
            return 0
        fi
    done
    echo "expected $level: $words; it said:"
    printf '  %s\n' ${findings[@]+"${findings[@]}"}
    return 1
}

# finds_no LEVEL CHECK...
finds_no() {
    local level=$1
    shift
    findings=()
    "$@"
    if printf '%s\n' ${findings[@]+"${findings[@]}"} | grep "^$level"; then return 1; fi
}

test_kernels() {
    uname() { if [ "$1" = -r ]; then echo "$its_release"; else echo "#1 SMP PREEMPT_DYNAMIC Debian 6.1.140-1 (2025-05-22)"; fi; }
    apt-cache() { printf '  Installed: x\n  Candidate: %s\n' "$its_candidate"; }
    dpkg() { echo amd64; }
    local its_release=5.10.0-28-amd64 its_candidate=6.1.140-1
    finds mend "older than 5.14" kernel || return 1
    its_release=6.1.0-37-amd64
    finds ok "kernel 6.1.0-37" kernel || return 1
    finds advice "can't be told" patch_level || return 1
    put /var/lib/apt/lists/deb_InRelease x
    finds ok "Debian's newest" patch_level || return 1
    its_candidate=6.1.153-1
    finds mend "Debian has 6.1.153-1" patch_level || return 1
    touch -d '9 days ago' "$host/var/lib/apt/lists/deb_InRelease"
    finds advice "can't be told" patch_level || return 1
    uname() { echo "#1 SMP PREEMPT_DYNAMIC @0"; }
    finds advice "not Debian's" patch_level
}

test_processors() {
    put /proc/cpuinfo 'flags : fpu cx16 lahf_lm popcnt sse4_1 sse4_2\n'
    finds mend "lacks ssse3" cpu_level || return 1
    put /proc/cpuinfo 'flags : fpu cx16 lahf_lm popcnt sse4_1 sse4_2 ssse3\n'
    finds ok "x86-64-v2" cpu_level || return 1
    put /proc/cmdline 'quiet mitigations=off ro'
    put /sys/devices/system/cpu/vulnerabilities/retbleed 'Vulnerable\n'
    put /sys/devices/system/cpu/vulnerabilities/meltdown 'Mitigation: PTI\n'
    put /sys/devices/system/cpu/smt/active '1\n'
    finds mend "mitigations=off" cpu_vulnerabilities || return 1
    finds advice "open to: retbleed" cpu_vulnerabilities || return 1
    finds advice "two hardware threads" cpu_vulnerabilities || return 1
    put /proc/cmdline 'quiet mitigations=auto'
    put /sys/devices/system/cpu/vulnerabilities/retbleed 'Not affected\n'
    put /sys/devices/system/cpu/smt/active '0\n'
    finds_no advice cpu_vulnerabilities && finds_no mend cpu_vulnerabilities
}

test_cgroups() {
    put /proc/mounts 'cgroup2 /sys/fs/cgroup cgroup2 rw 0 0\n'
    put /sys/fs/cgroup/cgroup.controllers 'cpuset io memory pids'
    finds mend "no cgroup controller for: cpu" cgroups || return 1
    put /sys/fs/cgroup/cgroup.controllers 'cpuset cpu io memory pids'
    finds ok "cgroup v2 at /sys/fs/cgroup" cgroups || return 1
    finds ok "can be made" cgroups || return 1
    put /sys/fs/cgroup/sandlot/cgroup.subtree_control 'pids\n'
    finds mend "hands no controllers on" cgroups || return 1
    mkdir() { return 1; }
    finds mend "no cgroup can be made" cgroups || return 1
    unset -f mkdir
    put /proc/mounts 'c /sys/fs/cgroup/memory cgroup rw,memory 0 0\nc /sys/fs/cgroup/pids cgroup rw,pids 0 0\nc /sys/fs/cgroup/cpu cgroup rw,cpu,cpuacct 0 0\n'
    command mkdir -p "$host"/sys/fs/cgroup/{memory,pids,cpu}
    finds ok "cgroup v1" cgroups
}

test_user_namespaces() {
    put /proc/sys/user/max_user_namespaces '0\n'
    finds mend "user namespaces are off" user_namespaces || return 1
    put /proc/sys/user/max_user_namespaces '60000\n'
    finds ok "user namespaces" user_namespaces || return 1
    put /proc/sys/kernel/apparmor_restrict_unprivileged_userns '1\n'
    finds advice "nsjail has no profile" user_namespaces || return 1
    put /sys/kernel/security/apparmor/profiles 'bwrap (unconfined)\nsandlot-nsjail (unconfined)\n'
    finds ok "nsjail has its profile" user_namespaces
}

test_swap() {
    put /proc/mounts 'c /sys/fs/cgroup/memory cgroup rw,memory 0 0\n'
    put /proc/swaps 'Filename Type\n'
    finds ok "no swap" swap || return 1
    put /proc/swaps 'Filename Type\n/dev/sda2 partition\n'
    finds mend "not counted" swap || return 1
    put /sys/fs/cgroup/memory/memory.memsw.limit_in_bytes 1
    finds advice "counted and limited" swap
}

test_clocks() {
    put /sys/devices/system/clocksource/clocksource0/current_clocksource 'tsc\n'
    clock_follows() { echo yes; }
    clock_strays() { echo 0; }
    date() { if [ "$1" = +%z ]; then echo +0000; else command date "$@"; fi; }
    finds_no mend clock && finds_no advice clock || return 1
    put /sys/devices/system/clocksource/clocksource0/current_clocksource 'refined-jiffies\n'
    finds advice "refined-jiffies" clock || return 1
    clock_follows() { echo no; }
    finds advice "follows no other" clock || return 1
    clock_strays() { echo 400; }
    finds mend "run apart" clock || return 1
    date() { case $1 in +%z) echo +0100 ;; +%Y) echo 1970 ;; *) echo 1970-01-01 ;; esac; }
    finds mend "the clock says 1970" clock || return 1
    finds advice "not UTC" clock
}

test_this_machines_clocks_can_be_looked_at() {
    [[ $(clock_follows) =~ ^(yes|no)$ ]] && [[ $(clock_strays) =~ ^[0-9]+$ ]]
}

test_disks() {
    local its_options=rw,relatime its_free=9000 its_inodes=500000
    findmnt() { if [[ $* == *OPTIONS* ]]; then echo "$its_options"; else echo /; fi; }
    df() { if [[ $* == *iavail* ]]; then printf 'IFree\n%s\n' "$its_inodes"; else printf 'Avail\n%sM\n' "$its_free"; fi; }
    finds_no mend disk / || return 1
    its_options=ro,relatime
    finds mend "mounted read-only" disk / || return 1
    its_free=100
    finds mend "only 100 MiB" disk / || return 1
    its_inodes=12
    finds mend "only 12 inodes" disk / || return 1
    its_options=rw its_free=9000 its_inodes=0
    finds_no mend disk /
}

test_settings() {
    finds_no advice kernel_settings || return 1
    put /proc/sys/kernel/kptr_restrict '0\n'
    finds advice "kernel.kptr_restrict = 0" kernel_settings || return 1
    put /proc/sys/kernel/kptr_restrict '1\n'
    finds ok "kernel.kptr_restrict = 1" kernel_settings || return 1
    put /proc/sys/kernel/core_pattern '|/usr/lib/systemd/systemd-coredump %P\n'
    finds advice "systemd-coredump" core_pattern || return 1
    put /proc/sys/kernel/core_pattern 'core\n'
    finds ok "plain name" core_pattern || return 1
    put /sys/kernel/mm/ksm/run '1\n'
    put /sys/kernel/mm/transparent_hugepage/enabled '[always] madvise never\n'
    finds advice "KSM" memory_habits || return 1
    finds advice "huge pages" memory_habits || return 1
    put /sys/kernel/mm/ksm/run '0\n'
    put /sys/kernel/mm/transparent_hugepage/enabled 'always [madvise] never\n'
    finds_no advice memory_habits
}

test_neighbours() {
    pgrep() { echo 77; }
    ss() { printf 'LISTEN 0 9 127.0.0.1:8080 0.0.0.0:* users:(("java",pid=77,fd=9))\nLISTEN 0 9 0.0.0.0:22 0.0.0.0:* users:(("sshd",pid=5,fd=9))\n%b' "$its_others"; }
    local its_others=''
    finds_no advice neighbours || return 1
    its_others='LISTEN 0 9 [::]:6379 [::]:* users:(("redis",pid=8,fd=1))\n'
    finds advice "redis:6379" neighbours || return 1
    put /root/.ssh/id_ed25519 x
    put /home/ann/.aws/credentials x
    finds advice "/root/.ssh/id_ed25519 /home/ann/.aws/credentials" neighbours
}

test_accounts() {
    local its_groups=sandlot its_shell=/usr/sbin/nologin
    getent() { if [ -n "$its_groups" ]; then echo "sandlot:x:998:998:Sandlot:/x:$its_shell"; else return 2; fi; }
    id() { echo "$its_groups"; }
    finds_no mend account || return 1
    its_groups="sandlot docker"
    finds mend "in other groups" account || return 1
    its_groups=sandlot its_shell=/bin/bash
    finds mend "can log in" account || return 1
    its_groups=
    finds mend "no user sandlot" account
}

test_slot_users() {
    etc=$host/etc/sandlot
    put /etc/sandlot/jail.conf 'slots = 64\nfirst_uid = 200000\n'
    local its_entry='root:x:0:0' its_running='1 0 0 init\n20 1 0 sandlot-jail\n21 20 0 nsjail\n22 21 200003 init\n23 22 200003 a.out\n'
    getent() { echo "$its_entry"; }
    ps() { printf '%b' "$its_running"; }
    finds ok "200000 to 200063" slot_users || return 1
    put /etc/subuid 'ann:100000:65536\nbob:199990:65536\n'
    finds mend "bob may give" slot_users || return 1
    put /etc/subuid 'ann:100000:65536\n'
    its_entry='carl:x:200063:200063'
    finds mend "carl has an id" slot_users || return 1
    its_entry='root:x:0:0'
    its_running+='40 1 200009 miner\n'
    finds mend "40 (miner)" slot_users
}

test_limits() {
    pgrep() { return 1; }
    put /proc/sys/kernel/pid_max '4194304\n'
    put /proc/self/limits 'Max processes             96365                96365                processes\nMax open files            20000                20000                files\n'
    finds ok "20000 files" rlimits || return 1
    put /proc/self/limits 'Max processes             96365                96365                processes\nMax open files            256                256                files\n'
    finds mend "256 files only" rlimits || return 1
    put /proc/self/limits 'Max processes             100                100                processes\nMax open files            20000                20000                files\n'
    finds mend "100 threads only" rlimits || return 1
    put /proc/self/limits 'Max processes             unlimited                unlimited                processes\nMax open files            20000                20000                files\n'
    put /proc/sys/kernel/pid_max '4096\n'
    finds mend "4096 process numbers" rlimits
}

test_files_of_the_jail() {
    libexec=$host/lib etc=$host/etc data=$host/data
    findmnt() { echo "${its_options:-rw}"; }
    finds mend "sandlot-jail is missing" files || return 1
    put /lib/init x
    chmod 0777 "$host/lib/init"
    finds mend "init is root:root 777" files || return 1
    finds mend "can be changed by others" files || return 1
    chmod 0755 "$host/lib/init"
    finds ok "init is root:root 755" files || return 1
    local its_options=rw,nosuid,noexec
    finds mend "mounted nosuid" files || return 1
    finds mend "mounted noexec" files
}

test_nsjail() {
    libexec=$host/lib
    finds mend "is missing" nsjail_is_ours || return 1
    put /lib/nsjail/bin/nsjail '#!/bin/sh\necho cannot clone >&2; exit 255\n'
    chmod 0755 "$host/lib/nsjail/bin/nsjail"
    finds mend "nsjail is not what was installed: nsjail/bin/nsjail" nsjail_is_ours || return 1
    root=$host/root
    finds mend "language root" nsjail_runs || return 1
    put /root/trixie/bin/true x
    chmod 0755 "$host/root/trixie/bin/true"
    finds mend "makes no jail: cannot clone" nsjail_runs || return 1
    # A place of its own, so that it leaves nothing in /tmp.
    put /lib/nsjail/bin/nsjail '#!/bin/sh\n[ -d /run/user/0/nsjail/root ] && [ -d /run/user/0/nsjail/tmp ]\n'
    finds ok "makes a jail" nsjail_runs
}

test_language_root() {
    root=$host/root
    finds mend "manifest.json is missing" root_file_systems || return 1
    put /root/trixie.manifest.json '{"packages": {"gcc": "14"}}'
    put /root/trixie/var/lib/dpkg/status 'Package: gcc\nStatus: install ok installed\nVersion: 13\n\n'
    finds mend "gcc should be 14, is 13" root_file_systems || return 1
    put /root/trixie/var/lib/dpkg/status 'Package: gcc\nStatus: install ok installed\nVersion: 14\n\n'
    put '/root/trixie/usr/bin/a file' 'content'
    ln -s nowhere "$host/root/trixie/link"
    finds mend "record is missing" root_file_systems || return 1
    /usr/bin/python3 -I "$top/deploy/lib/root.py" record "$root/trixie" >"$root/trixie.record" || return 1
    finds ok "as it was built" root_file_systems || return 1
    put '/root/trixie/usr/bin/a file' 'Content'
    finds mend "/usr/bin/a file was file 0644" root_file_systems || return 1
    put '/root/trixie/usr/bin/a file' 'content'
    chmod 4755 "$host/root/trixie/usr/bin/a file"
    finds mend "is file 4755" root_file_systems || return 1
    chmod 0644 "$host/root/trixie/usr/bin/a file"
    chown 200000 "$host/root/trixie/usr/bin/a file"
    finds mend "owner 200000:0" root_file_systems || return 1
    chown 0 "$host/root/trixie/usr/bin/a file"
    ln -sf /etc/shadow "$host/root/trixie/link"
    finds mend "/link was link" root_file_systems || return 1
    ln -sf nowhere "$host/root/trixie/link"
    put /root/trixie/usr/bin/more x
    finds mend "/usr/bin/more was added" root_file_systems || return 1
    rm "$host/root/trixie/usr/bin/more" "$host/root/trixie/usr/bin/a file"
    finds mend "/usr/bin/a file is gone" root_file_systems || return 1
    chmod 0666 "$root/trixie.record"
    finds mend "not root's alone" root_file_systems || return 1
    chmod 0644 "$root/trixie.record"
    put /root/bookworm.manifest.json '{"packages": {}}'
    put /root/bookworm/var/lib/dpkg/status ''
    finds mend "language root bookworm" root_file_systems
}

test_servers() {
    local port listener
    port=$(/usr/bin/python3 -I -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    finds ok "is free" server "$port" || return 1
    mkfifo "$host/up"
    /usr/bin/python3 -I -c "
import socket, time
s = socket.create_server(('127.0.0.1', $port)); print('up', flush=True); time.sleep(60)" >"$host/up" 2>/dev/null &
    listener=$!
    # shellcheck disable=SC2064 # the pid of now
    trap "kill $listener" EXIT
    read -r <"$host/up"
    curl() { printf '%s' "$its_answer"; }
    local its_answer='<html>'
    finds mend "taken by something else" server "$port" || return 1
    its_answer='{"status":"DOWN","reason":"x","storage":{"status":"UP"}}'
    finds mend "runs no programs" server "$port" || return 1
    its_answer='{"status":"UP","storage":{"status":"DOWN","reason":"The disk is full"}}'
    finds mend "can store nothing" server "$port" || return 1
    its_answer='{"status":"UP","storage":{"status":"UP"}}'
    finds ok "serves on port" server "$port"
}

test_services() {
    unit_file=$host/etc/systemd/system/sandlot.service
    finds ok "no service" service || return 1
    put /etc/systemd/system/sandlot.service x
    systemd_runs() { [ -n "${its_systemd:-}" ]; }
    systemctl() { case $* in *ActiveState*) echo "$its_state" ;; *NRestarts*) echo "$its_starts" ;; *is-enabled*) [ -n "$its_enabled" ] ;; esac; }
    finds mend "systemd does not run here" service || return 1
    local its_systemd=yes its_state=failed its_starts=0 its_enabled=yes
    finds mend "is failed" service || return 1
    its_state=active
    finds ok "also after the next boot" service || return 1
    its_starts=3
    finds advice "3 times" service || return 1
    its_enabled=
    finds advice "won't after the next boot" service
}

test_jdks() {
    find_jdk() { echo "$its_home"; }
    local its_home=''
    finds mend "no JDK 25" jdk || return 1
    its_home=/opt/jdk-25
    finds ok "/opt/jdk-25" jdk
}

test_findings_for_machines() {
    run=$host/run
    findings=()
    good "a \"quoted\" thing"
    bad "broken" "mend it"
    as_json | /usr/bin/python3 -I -c 'import json, sys
found = json.load(sys.stdin)
assert (found["mend"], found["advice"]) == (1, 0), found
assert found["findings"] == [{"level": "ok", "what": "a \"quoted\" thing", "fix": ""}, {"level": "mend", "what": "broken", "fix": "mend it"}], found' || return 1
    report
    grep -qE '^\{"mend": 1, "advice": 0, "checked": "20[0-9-]+T[0-9:]+Z"\}$' "$run/doctor.json" || return 1
    [ "$(stat -c %a "$run/doctor.json" "$run/doctor-findings.json" | paste -sd ' ')" = "644 600" ]
}

test_exit_codes() {
    "$top/deploy/doctor" --nonsense >/dev/null 2>&1
    [ $? = 2 ] || return 1
    "$top/deploy/doctor" --help | grep -q '^Exit status: 0' || return 1
    setpriv --reuid=65534 --regid=65534 --clear-groups bash "$top/deploy/doctor" >/dev/null 2>&1
    [ $? = 2 ]
}

passed=0 failed=0
for name in $(compgen -A function test_); do
    if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then continue; fi
    host=$(mktemp -d)
    if said=$(
        exec 2>&1
        set +e
        "$name"
    ); then
        passed=$((passed + 1))
        echo "ok   ${name#test_}"
    else
        failed=$((failed + 1))
        printf 'FAIL %s\n%s\n' "${name#test_}" "$said"
    fi
    rm -rf "$host"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
