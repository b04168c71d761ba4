# The set-up, in order: from a bare Debian to something that can be started. Sourced, never run.
# shellcheck shell=bash

# shellcheck source=deploy/lib/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=deploy/lib/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/packages.sh"
# shellcheck source=deploy/lib/language-set.sh
. "$(dirname "${BASH_SOURCE[0]}")/language-set.sh"
# shellcheck source=deploy/lib/flag.sh
. "$(dirname "${BASH_SOURCE[0]}")/flag.sh"

create_account() {
    if ! getent passwd sandlot; then
        useradd --system --user-group --home-dir "$state/home" --shell /usr/sbin/nologin --comment Sandlot sandlot
    fi
    install -d -m 0755 "$state" "$root"
    install -d -o sandlot -g sandlot -m 0755 "$state/home"
    install -d -o sandlot -g sandlot -m 0700 "$data"
}

profile=/etc/apparmor.d/sandlot-nsjail

userns_restricted() { [ "$(cat /proc/sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null || echo 0)" = 1 ]; }

# Where AppArmor keeps user namespaces from programs without a profile, nsjail gets one.
install_profile() {
    apparmor_parser --skip-kernel-load --skip-cache "$top/deploy/apparmor/sandlot-nsjail" >/dev/null
    install -m 0644 "$top/deploy/apparmor/sandlot-nsjail" "$profile"
    apparmor_parser --replace --write-cache "$profile"
}

# prepare_host LANGUAGES PACKAGE...: everything that running and testing share. The languages are the machine's from then on.
prepare_host() {
    local languages=$1
    shift
    step "Debian packages" "" "" \
        "see what apt says above; 'apt-get update && apt-get -f install' repairs a half-done installation" \
        install_packages "$@"
    step "Account and folders" 1 "$data $state/home" \
        "create the system user and group 'sandlot' by hand" \
        create_account
    step "Planted flags" 1 "$flags/server $flags/root" "see the message; $state must be writable" plant_flags
    need_jdk
    step "Node 24" "$node_sha256" "$node/bin/npm" \
        "make the Python package registry reachable (pip's own settings apply)" \
        install_node
    step "Jail" "$(hash_of src/main/c deploy/jail.conf deploy/lib/install-jail.sh)" "$libexec/sandlot-jail $libexec/init $etc/jail.conf" \
        "see the message; gcc and libc6-dev compile it, and pip must reach the Python package registry" \
        "$top/deploy/lib/install-jail.sh"
    if userns_restricted; then
        step "AppArmor profile" "$(hash_of deploy/apparmor)" "$profile" \
            "apt-get install apparmor (4 or newer); without the profile nsjail may need sysctl kernel.apparmor_restrict_unprivileged_userns=0" \
            install_profile
    fi
    build_roots "$languages"
}

# It knows by itself what of the root file systems is up to date.
build_roots() {
    local languages=$1 cost
    cost=$("$top/deploy/lib/build-root.sh" --languages "$languages" --cost)
    if [ -n "$cost" ]; then say "  $cost"; fi
    remember_languages "$languages"
    step "Language roots" "" "" \
        "the message names the package: make its registry reachable (apt's, npm's, pip's and Maven's own settings apply); room is needed beneath $root" \
        "$top/deploy/lib/build-root.sh" --languages "$languages"
    tail -n 1 "$logs/Language-roots.log" | sed 's/^/  /'
}
