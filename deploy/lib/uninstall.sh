# Takes away what deploy/run brought. Sourced, never run.
# shellcheck shell=bash

# uninstall [yes]: with "yes" nothing is asked.
uninstall() {
    local yes=$1 answer keep_data=
    if [ -z "$yes" ] && [ -d "$data" ]; then
        [ -t 0 ] || die "nobody to ask about the data in $data. Fix: call deploy/run --uninstall --yes to delete it too"
        read -r -p "Delete the data (snippets, submissions) in $data too? [y/N] " answer
        [ "$answer" = y ] || keep_data=yes
    fi
    remove_service
    if pgrep -u sandlot >/dev/null 2>&1; then
        die "processes of the user sandlot are running. Fix: stop deploy/run or the tests first (pgrep -a -u sandlot)"
    fi
    remove_profile
    remove_cgroups
    remove_files "$keep_data"
    remove_account "$keep_data"
    remove_packages
    rm -f /run/lock/sandlot-deploy.lock
    say "Sandlot is gone from this machine${keep_data:+; its data is kept in $data}."
}

remove_profile() {
    [ -e "$profile" ] || return 0
    apparmor_parser --remove "$profile" || true
    rm -f "$profile"
}

remove_cgroups() {
    local top_group group
    while read -r top_group; do
        [ -d "$top_group/sandlot" ] || continue
        while read -r group; do
            rmdir "$group" || die "$group is in use. Fix: see its cgroup.procs, end those processes, call this again"
        done < <(find "$top_group/sandlot" -depth -type d)
    done < <(awk '$3 ~ /^cgroup2?$/ { print $2 }' /proc/mounts)
}

remove_files() {
    local keep_data=$1 path
    if awk '{ print $2 }' /proc/mounts | grep -q "^$state/"; then
        die "something is mounted beneath $state (see /proc/mounts). Fix: umount it, call this again"
    fi
    # The list of packages is needed until they are gone.
    if [ -f "$state/host-packages" ]; then install -m 0644 "$state/host-packages" /run/lock/sandlot-host-packages; fi
    rm -rf "$libexec" "$etc" "$run"
    for path in "$state"/* "$state"/.[!.]*; do
        if [ "$path" = "$data" ] && [ -n "$keep_data" ]; then continue; fi
        rm -rf --one-file-system "$path"
    done
    if [ -d "$state" ]; then rmdir --ignore-fail-on-non-empty "$state"; fi
}

remove_account() {
    if [ -n "$1" ]; then return; fi # the data must have an owner
    if getent passwd sandlot >/dev/null; then userdel sandlot; fi
    if getent group sandlot >/dev/null; then groupdel sandlot; fi
}

# Only what came with us, and only when nothing that came later needs it.
remove_packages() {
    local list=/run/lock/sandlot-host-packages others
    rm -f /etc/apt/sources.list.d/sandlot-adoptium.list /etc/apt/keyrings/sandlot-adoptium.gpg
    [ -s "$list" ] || return 0
    sort -u -o "$list" "$list"
    # shellcheck disable=SC2046 # one word a package
    others=$(apt-get -s purge $(cat "$list") 2>/dev/null | awk '/^(Remv|Purg) / { print $2 }' | sort -u |
        comm -23 - <(sed 's/:.*//' "$list" | sort -u))
    if [ -n "$others" ]; then
        say "These packages need some that came with Sandlot, so all of those stay: ${others//$'\n'/ }"
        say "They are: $(tr '\n' ' ' <"$list")"
    else
        # shellcheck disable=SC2046
        apt-get -q -y purge $(cat "$list")
    fi
    rm -f "$list"
}
