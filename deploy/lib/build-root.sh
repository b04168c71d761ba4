#!/usr/bin/env bash
# Builds the root file system that jails run in, out of Debian 13 packages and what the languages' folders install.
#
#   build-root.sh [--languages SET] [--refresh]
#
# It is made beside the one in use and takes its place when it is complete. What hasn't changed isn't made again: a new language only adds to a
# copy of the present root. --refresh takes all packages anew, as for security updates. A call after a failed one goes on from the failed step.
set -euo pipefail
# shellcheck source=deploy/lib/common.sh
. "$(dirname "$0")/common.sh"
# shellcheck source=deploy/lib/debian.sh
. "$(dirname "$0")/debian.sh"

suite=trixie
target=$root/$suite
building=$target.building
leaving=$target.leaving
done_in=usr/share/sandlot # in the root: the keys of the parts that it is made of
languages=$top/languages
sets=(core)
refresh=

# A change of how the base is made, rather than of what is in it, counts this up.
recipe=2

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
    (set -e && "$@") >"$building.log" 2>&1
    status=$?
    set -e
    if [ "$status" -ne 0 ]; then
        say FAILED
        tail -n 20 "$building.log" | sed 's/^/    | /'
        die "$part failed (status $status), all it said is in $building.log. Call the same command again: it goes on from here"
    fi
    if [ -n "$part_key" ]; then printf '%s\n' "$part_key" >"$building/$done_in/$part"; fi
    seconds_since "$started"
}

# The JDK's installation stops without the directory of its manual pages, which stay out.
base() {
    rm -rf "$building"
    # shellcheck disable=SC2016 # mmdebstrap expands $1
    debian_sources "$suite" | mmdebstrap --variant=minbase "${debian_options[@]}" \
        --essential-hook='mkdir -p "$1/usr/share/man/man1"' \
        --include="$(paste -sd, <<<"$packages")" \
        "$suite" "$building" -
    mkdir -p "$building/$done_in"
    printf '%s\n' "$packages_key" >"$building/$done_in/packages"
}

# More packages into a copy of the present root.
more_packages() {
    if [ -e "$building/$done_in/etc" ]; then cp -a "$building/$done_in/etc/." "$building/etc/"; fi
    debian_sources "$suite" >"$building/etc/apt/sources.list"
    cp /etc/resolv.conf "$building/etc/resolv.conf"
    # shellcheck disable=SC2086 # one word per package
    in_root --network "$building" / sh -ec 'apt-get -q -o APT::Sandbox::User=root update && apt-get -q -o APT::Sandbox::User=root install -y --no-install-recommends "$@"' \
        sh $packages
}

# What a language has beside Debian packages, into /opt/<id>.
extra() {
    local id=$1 own=$building/opt/$1 work
    rm -rf "$own" "$building/$done_in/source"
    mkdir -p "$own"
    if [ -n "$(tool npm "$languages" "$id")" ]; then
        work=$(mktemp -d)
        # shellcheck disable=SC2046 # one word per package
        PATH=$node/bin:$PATH npm_config_cache=$work/cache npm install --prefix "$work" --ignore-scripts --no-audit --no-fund --no-save --loglevel=error \
            $(tool npm "$languages" "$id")
        mv "$work/node_modules" "$own/"
        chown -R root:root "$own/node_modules"
        rm -rf "$work"
    fi
    if [ -e "$languages/$id/install.sh" ]; then
        cp -r "$languages/$id" "$building/$done_in/source"
        in_root "$building" "/opt/$id" sh "/$done_in/source/install.sh" "/$done_in/source"
        rm -rf "${building:?}/$done_in/source"
    fi
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
    tool manifest "$languages" "$building" "$key" "${sets[@]}" >"$target.manifest.json.new"
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
    if grep -qs "/root/$suite.leaving[ /]" /proc/[0-9]*/mountinfo; then
        say "The old root is still in use; the next build takes it away"
    else
        rm -rf "$leaving"
    fi
}

main() {
    options "$@"
    packages=$(tool packages "$languages" "${sets[@]}")
    extras=$(tool extras "$languages" "${sets[@]}")
    [ -n "$packages" ] || die "no language in $languages is of the set ${sets[*]}"
    packages_key=$(hash_of_text "$packages")
    key=$(hash_of_text "$recipe $packages_key $extras $(cat "$languages"/*/language.yaml)")
    repair_exchange
    if [ -z "$refresh" ] && grep -qs "\"key\": \"$key\"" "$target.manifest.json" && [ -e "$target" ]; then
        if [ ! -e "$target.record" ]; then record "$target" && mv "$target.record.new" "$target.record"; fi
        say "$target is up to date"
        return
    fi
    start
    part packages "$packages_key" more_packages
    while read -r id hash; do
        if [ -n "$id" ]; then part "$id" "$hash" extra "$id"; fi
    done <<<"$extras"
    part clean "" clean
    part manifest "" manifest
    part 'mount points' "" mount_points
    part record "" record "$building"
    exchange
    say "$target is ready: $(du -sh "$target" | cut -f1)"
}

options() {
    while [ $# -gt 0 ]; do
        case $1 in
            --languages)
                [ $# -ge 2 ] || die "--languages needs a set, such as core"
                IFS=, read -ra sets <<<"$2"
                shift
                ;;
            --refresh) refresh=yes ;;
            *) die "unknown option '$1'" ;;
        esac
        shift
    done
}

hash_of_text() { sha256sum <<<"$1" | cut -c1-32; }

# What is to be built upon: a build that didn't get to its end, else a copy of the present root, else nothing.
start() {
    install -d -m 0755 "$root"
    if [ -n "$refresh" ]; then rm -rf "$building"; fi
    if [ ! -e "$building/$done_in/base" ]; then
        rm -rf "$building"
        if [ -z "$refresh" ] && [ "$(cat "$target/$done_in/base" 2>/dev/null)" = "$recipe" ]; then
            part copy "" cp -a --reflink=auto "$target" "$building"
        fi
    fi
    part base "$recipe" base
}

# bash reads a script as it goes: this way a change of the file under a running build does nothing.
{ main "$@" && exit; }
