# Words, paths and steps that every script here shares. Sourced, never run.
# shellcheck shell=bash disable=SC2034 # many scripts source this, each uses a part

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# Everything of Sandlot on the host; `deploy/run --help` lists the same places.
state=/var/lib/sandlot
data=$state/data
app=$state/app
content=$state # its languages and problems
node=$state/node
root=$state/root
logs=$state/log
stamps=$state/stamps
libexec=/usr/local/lib/sandlot
etc=/etc/sandlot
run=/run/sandlot

export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
umask 022

say() { printf '%s\n' "$*"; }

die() {
    printf 'sandlot: %s\n' "$*" >&2
    exit 1
}

# Goes on as root: by sudo when called by someone else.
as_root() {
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "root is needed, and there is no sudo. Fix: run this as root"
        say "Root is needed to install packages and build jails: asking sudo."
        exec sudo --preserve-env=JAVA_HOME,CI,http_proxy,https_proxy,no_proxy,SSL_CERT_FILE,PIP_CERT,NODE_EXTRA_CA_CERTS "$0" "$@"
    fi
}

# Fills the array `sandlot`: what goes before a command so that it is the service user's, has nothing of our environment but what
# is named here, and dies with us.
be_sandlot() {
    sandlot=(setpriv --reuid=sandlot --regid=sandlot --init-groups --inh-caps=-all --pdeathsig=TERM env -i
        "HOME=$state/home" USER=sandlot LANG=C.UTF-8 "JAVA_HOME=${JAVA_HOME:-}"
        "PATH=${JAVA_HOME:+$JAVA_HOME/bin:}$node/bin:/usr/local/bin:/usr/bin:/bin")
}

exec_as_sandlot() {
    local sandlot
    be_sandlot
    exec "${sandlot[@]}" "$@"
}

as_sandlot() { (exec_as_sandlot "$@"); }

# One hash over the content and names of files and folders; what a build makes doesn't count.
hash_of() {
    (cd "$top" && find "$@" -type f -not -path 'frontend/generated/*' -not -path 'frontend/index.html' \
        -not -path 'src/main/bundles/*' -not -name '*.pyc' -print0 2>/dev/null |
        sort -z | xargs -0 -r sha256sum) | sha256sum | cut -c1-32
}

now_ms() { date +%s%3N; }

seconds_since() { awk -v ms=$(($(now_ms) - $1)) 'BEGIN { printf "%.1f s\n", ms / 1000 }'; }

# step NAME KEY PATHS FIX COMMAND...: runs the command, unless it was done with the same key and what it made is there.
# It says how long it took. A failing command ends everything with the step's name, its last words and the fix; the next
# call goes on from there. An empty key is never done.
step() {
    local name=$1 key=$2 paths=$3 fix=$4 stamp log started status
    shift 4
    stamp=$stamps/${name// /-}
    log=$logs/${name// /-}.log
    install -d -m 0755 "$state" "$stamps" "$logs"
    printf '  %-24s ' "$name"
    if [ -n "$key" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$key" ] && all_there "$paths"; then
        say "done before"
        return
    fi
    rm -f "$stamp"
    started=$(now_ms)
    set +e
    (set -e && "$@") >"$log" 2>&1
    status=$?
    set -e
    if [ "$status" -ne 0 ]; then
        printf 'FAILED after %s\n\n' "$(seconds_since "$started")"
        tail -n 25 "$log" | sed 's/^/    | /'
        printf '\nStep "%s" failed (status %s). All it said: %s\nFix: %s\nThen call the same command again: it goes on from this step.\n' \
            "$name" "$status" "$log" "$fix" >&2
        exit 1
    fi
    printf '%s' "$key" >"$stamp"
    seconds_since "$started"
}

all_there() {
    local path
    for path in $1; do
        [ -e "$path" ] || return 1
    done
}
