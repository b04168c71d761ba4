#!/usr/bin/env bash
# What systemd and AppArmor say of the files that deploy/run installs; prints "N passed, M failed". systemd needn't run.
set -uo pipefail
# shellcheck source=deploy/lib/common.sh
. "$(dirname "$0")/../../../deploy/lib/common.sh"
# shellcheck source=deploy/lib/service.sh
. "$top/deploy/lib/service.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# check NAME COMMAND...
check() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then
        passed=$((passed + 1))
        echo "ok   $name"
    else
        failed=$((failed + 1))
        printf 'FAIL %s\n%s\n' "$name" "$said"
    fi
}

a_unit_without_a_placeholder_left() {
    JAVA_HOME=/usr unit_text 8080 127.0.0.1 | sed "s,/usr/local/lib/sandlot/deploy,$top/deploy," >"$work/$unit"
    ! grep -v '^#' "$work/$unit" | grep '@[A-Z]'
}

systemd_takes_the_unit() {
    local said
    said=$(systemd-analyze verify "$work/$unit" 2>&1)
    # It may speak of this host's other units too.
    ! grep -F "$unit" <<<"$said"
}

# Of 10; what jails need leaves this much.
the_unit_is_exposed_no_more_than() { systemd-analyze security --offline=yes --no-pager --threshold="$1" "$work/$unit"; }

a_host_without_systemd_is_told_so() {
    local said
    systemd_runs() { return 1; }
    said=$( (need_systemd) 2>&1) && return 1
    grep -q 'systemd is not running here (process 1 is' <<<"$said" && grep -q '^Fix: ' <<<"$said"
}

apparmor_takes_the_profile() {
    apparmor_parser --skip-kernel-load --skip-cache "$top/deploy/apparmor/sandlot-nsjail" >/dev/null
}

check "a unit without a placeholder left" a_unit_without_a_placeholder_left
check "systemd takes the unit" systemd_takes_the_unit
check "the unit is exposed no more than 8.0" the_unit_is_exposed_no_more_than 80
check "a host without systemd is told so" a_host_without_systemd_is_told_so
# Before its version 4 it knows no user namespaces.
if [[ $(apparmor_parser --version 2>/dev/null) =~ version\ ([4-9]|[1-9][0-9]) ]]; then check "AppArmor takes the profile" apparmor_takes_the_profile; fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
