#!/usr/bin/env bash
# Builds the root file systems that jails run in: one for each Debian suite that a language names, out of its packages and of what the
# languages' folders fetch and install.
#
#   build-root.sh [--languages core|all|ID,ID…] [--refresh] [--into DIRECTORY] [--cost]
#
# Each is made beside the one in use and takes its place when it is complete. What hasn't changed isn't made again: a new language only adds to
# a copy of the present root. --refresh takes all packages anew, as for security updates. A call after a failed one goes on from the failed step.
# --cost says what a call would take and builds nothing; nothing to say means nothing to do.
# shellcheck disable=SC2317 # most functions are called by their names
set -euo pipefail
# shellcheck source=deploy/lib/common.sh
. "$(dirname "$0")/common.sh"
# shellcheck source=deploy/lib/debian.sh
. "$(dirname "$0")/debian.sh"
# shellcheck source=deploy/lib/fetch.sh
. "$(dirname "$0")/fetch.sh"

done_in=usr/share/sandlot # in a root: the keys of the parts that it is made of
languages=$top/languages
sets=core
into=$root
refresh=
cost=

# A change of how the base is made, rather than of what is in it, counts this up.
recipe=3

tool() { /usr/bin/python3 "$top/deploy/lib/root.py" "$@"; }
in_root() { "$top/deploy/lib/in-root.sh" "$@"; }

# part NAME KEY COMMAND...: makes a part of the root unless it is in there already, made with the same key. An empty key is never done.
part() {
    local part=$1 part_key=$2 started status
    shift 2
    if [ -n "$part_key" ] && [ "$(cat "$building/$done_in/$part" 2>/dev/null)" = "$part_key" ]; then return; fi
    started=$(now_ms)
    printf '%-28s ' "$part"
    set +e
    (set -e && "$@") >"$building.log" 2>&1 </dev/null
    status=$?
    set -e
    if [ "$status" -ne 0 ]; then
        say FAILED
        tail -n 20 "$building.log" | sed 's/^/    | /'
        die "$suite: $part failed (status $status)$(culprits "$building.log"), all it said is in $building.log. Call the same command again: it goes on from here"
    fi
    if [ -n "$part_key" ]; then printf '%s\n' "$part_key" >"$building/$done_in/$part"; fi
    seconds_since "$started"
}

# The JDK's installation stops without the directory of its manual pages, which stay out; its certificates want a key store's folder.
base() {
    rm -rf "$building"
    # shellcheck disable=SC2016 # mmdebstrap expands $1
    debian_sources "$suite" | mmdebstrap --variant=minbase "${debian_options[@]}" --include=ca-certificates \
        --essential-hook='mkdir -p "$1/usr/share/man/man1"' "$suite" "$building" -
    mkdir -p "$building/$done_in"
}

apt_in_root() { in_root --network "$building" / apt-get -q -o APT::Sandbox::User=root "$@"; }

# More packages into the base, or into a copy of the present root.
more_packages() {
    local wanted
    mapfile -t wanted <<<"$packages"
    if [ -e "$building/$done_in/etc" ]; then cp -a "$building/$done_in/etc/." "$building/etc/"; fi
    debian_sources "$suite" >"$building/etc/apt/sources.list"
    cp /etc/resolv.conf "$building/etc/resolv.conf"
    apt_in_root update
    # The log's first words on it are what it costs: "Need to get …", "After this operation …".
    apt_in_root install -y --no-install-recommends "${wanted[@]}"
}

# What a language has beside Debian packages, in /opt/<id>.
extra() {
    local id=$1 own=$building/opt/$1 quick_start quick_starts
    rm -rf "$own" "$building/$done_in/source"
    mkdir -p "$own"
    cp /etc/resolv.conf "$building/etc/resolv.conf"
    fetch "$languages/$id" "$own" "$building"
    if [ -e "$languages/$id/install.sh" ]; then
        cp -r "$languages/$id" "$building/$done_in/source"
        in_root "$building" "/opt/$id" sh "/$done_in/source/install.sh" "/$done_in/source"
        rm -rf "${building:?}/$done_in/source"
    fi
    quick_starts=$(tool quick-starts "$languages" "$suite" "$id")
    for quick_start in $quick_starts; do
        [ -e "$building$quick_start" ] || die "$id: there is no $quick_start, which language.yaml names among quick_starts"
    done
    chown -R root:root "$own"
}

# Some toolchains' caches know files by inode number, and a copy's are others: those parts are made anew.
copy() {
    local id
    cp -a --reflink=auto "$target" "$building"
    for id in $(tool remade "$languages" "$suite" "$sets"); do rm -f "$building/$done_in/$id"; done
}

# Packages know accounts and groups that jails don't see: they are kept for the day when more packages come.
keep_accounts() {
    local file
    mkdir -p "$building/$done_in/etc"
    for file in passwd group shadow gshadow; do
        if [ -e "$building/etc/shadow" ]; then cp -a "$building/etc/$file" "$building/$done_in/etc/"; fi
    done
}

# Nothing that a jail has no use for, nothing of this host, nothing that could give rights.
clean() {
    keep_accounts
    rm -rf "$building"/var/cache/apt/* "$building"/var/lib/apt/lists/* "$building"/var/log/* "$building"/var/cache/debconf/*-old \
        "$building"/var/lib/dpkg/*-old "$building"/etc/ssh/ssh_host_* "$building"/etc/*- "$building"/tmp/* "$building"/var/tmp/* \
        "$building"/root/.[!.]* "$building"/etc/resolv.conf "$building"/etc/hostname
    : >"$building/etc/machine-id"
    tool strip "$building"
}

manifest() {
    tool manifest "$languages" "$building" "$key" "$suite" "$sets" >"$target.manifest.json.new"
}

# What deploy/doctor holds the root against.
record() {
    tool record "$1" >"$target.record.new"
}

mount_points() {
    if [ -x "$top/deploy/lib/prepare-root.sh" ]; then "$top/deploy/lib/prepare-root.sh" "$building"; fi
}

# A call that was killed between the two moves below: the old root is still there.
repair_exchange() {
    if [ ! -e "$target" ] && [ -e "$leaving" ]; then mv "$leaving" "$target"; fi
    rm -rf "$leaving"
}

# Jails that wait already have the old root: it stays for them, and the next build takes it away.
exchange() {
    if [ -e "$target" ]; then mv "$target" "$leaving"; fi
    mv "$building" "$target"
    mv "$target.manifest.json.new" "$target.manifest.json"
    mv "$target.record.new" "$target.record"
    rm -f "$building.log"
    if grep -qs "/${leaving##*/}[ /]" /proc/[0-9]*/mountinfo; then
        say "The old root is still in use; the next build takes it away"
    else
        rm -rf "$leaving"
    fi
}

# about SUITE: sets what its root is made of.
about() {
    suite=$1 target=$into/$1 building=$into/$1.building leaving=$into/$1.leaving
    packages=$(tool packages "$languages" "$suite" "$sets")
    extras=$(tool extras "$languages" "$suite" "$sets")
    key=$(hash_of_text "$recipe $packages $extras $(tool key "$languages" "$suite" "$sets")")
}

up_to_date() { [ -z "$refresh" ] && grep -qs "\"key\": \"$key\"" "$target.manifest.json" && [ -e "$target" ]; }

# build SUITE: its root, from what there is of it.
build() {
    local begun
    begun=$(now_ms)
    about "$1"
    repair_exchange
    if up_to_date; then
        if [ ! -e "$target.record" ]; then record "$target" && mv "$target.record.new" "$target.record"; fi
        say "$target is up to date"
        return
    fi
    start
    if [ -n "$packages" ]; then part packages "$(hash_of_text "$packages")" more_packages; fi
    grep -hE '^(Need to get|After this operation)' "$building.log" 2>/dev/null | sed 's/^/    /' || true
    while read -r id hash; do
        if [ -n "$id" ]; then part "$id" "$hash" extra "$id"; fi
    done <<<"$extras"
    part clean "" clean
    part manifest "" manifest
    part 'mount points' "" mount_points
    part record "" record "$building"
    exchange
    say "$target is ready after $(seconds_since "$begun"): $(du -sh "$target" | cut -f1)"
}

main() {
    local suite suites begun
    begun=$(now_ms)
    options "$@"
    suites=$(tool suites "$languages" "$sets")
    [ -n "$suites" ] || die "no language in $languages is of '$sets'"
    if [ -n "$cost" ]; then
        # shellcheck disable=SC2086 # one word each
        say_cost $suites
        return
    fi
    for suite in $suites; do build "$suite"; done
    # shellcheck disable=SC2086 # one word each
    say "$(tool ids "$languages" "$sets" | wc -l) languages in $(wc -w <<<"$suites") root file systems ($(total $suites)) after $(seconds_since "$begun")"
}

# total SUITE...: the size of these roots together.
total() {
    local suite
    for suite in "$@"; do du -sm "$into/$suite"; done | awk '{ mib += $1 } END { printf "%.1f GB\n", mib / 1024 }'
}

# say_cost SUITE...: what those that must be made take, by the figures of a build that was measured; and whether there is room.
say_cost() {
    local suite mib=0 seconds=0 count=0 room measured=all recorded
    if [ "$sets" = core ]; then measured=core; fi
    for suite in "$@"; do
        about "$suite"
        if up_to_date; then continue; fi
        count=$((count + 1))
        read -r -a recorded < <(grep "^$suite $measured " "$top/deploy/lib/build-costs") || recorded=("$suite" "$measured" 1024 300)
        mib=$((mib + recorded[2])) seconds=$((seconds + recorded[3]))
    done
    if [ "$count" -eq 0 ]; then return; fi
    room=$(df --output=avail -m "$into" | tail -n 1)
    [ "$room" -gt "$((mib + 1024))" ] || die "the languages '$sets' need up to $mib MiB in $into, and there are $((room)). Fix: make room, or choose fewer"
    printf '%s: %s root file systems to make, %s%s.%s GB and %s minutes on two cores\n' "$sets" "$count" \
        "$(if [[ $sets = core || $sets = all ]]; then say 'about '; else say 'at most '; fi)" $((mib / 1024)) $((mib % 1024 * 10 / 1024)) $(((seconds + 59) / 60))
}

options() {
    while [ $# -gt 0 ]; do
        case $1 in
            --languages)
                [ $# -ge 2 ] || die "--languages needs core, all or ids such as c,python3"
                sets=$2
                shift
                ;;
            --into)
                [ $# -ge 2 ] || die "--into needs a directory"
                into=$2
                shift
                ;;
            --refresh) refresh=yes ;;
            --cost) cost=yes ;;
            *) die "unknown option '$1'" ;;
        esac
        shift
    done
}

hash_of_text() { sha256sum <<<"$1" | cut -c1-32; }

# What is to be built upon: a build that didn't get to its end, else a copy of the present root, else nothing.
start() {
    install -d -m 0755 "$into"
    if [ -n "$refresh" ]; then rm -rf "$building"; fi
    if [ ! -e "$building/$done_in/base" ]; then
        rm -rf "$building"
        if [ -z "$refresh" ] && [ "$(cat "$target/$done_in/base" 2>/dev/null)" = "$recipe" ]; then
            part copy "" copy
        fi
    fi
    part base "$recipe" base
}

# bash reads a script as it goes: this way a change of the file under a running build does nothing.
{ main "$@"; exit; }
