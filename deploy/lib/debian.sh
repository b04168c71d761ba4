# Where Debian packages come from, for the file systems that we build. Sourced, never run.
# shellcheck shell=bash

# The host's own mirror: it is the one that can be reached, and quickly. Nothing when the host isn't a Debian or has none.
mirror() {
    local part=$1 code found=''
    code=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    if grep -q '^ID=debian$' /etc/os-release; then
        found=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null | awk -v suite="$code$part" '
            $1 == "deb" { for (i = 2; i < NF; i++) if ($i ~ /^(https?|file):/ && $(i + 1) == suite) { print $i; exit } }
            $1 == "URIs:" { uri = $2 }
            $1 == "Suites:" { for (i = 2; i <= NF; i++) if ($i == suite && uri ~ /^(https?|file):/) { print uri; exit } }')
    fi
    printf '%s\n' "$found"
}

# debian_sources SUITE: apt's lines for it, with its updates and its security fixes.
debian_sources() {
    local suite=$1 debian security
    debian=${SANDLOT_DEBIAN_MIRROR:-$(mirror "")}
    [ -n "$debian" ] || die "apt's sources name no Debian mirror. Fix: set SANDLOT_DEBIAN_MIRROR to the address of one"
    security=$(mirror -security)
    security=${security:-${debian%/}-security}
    printf 'deb %s %s main\n' "$debian" "$suite" "$debian" "$suite-updates" "$security" "$suite-security"
}

# Documentation stays out of what we build, and nothing is fetched that nobody reads.
debian_options=(--mode=root --format=directory
    --dpkgopt=path-exclude='/usr/share/doc/*' --dpkgopt=path-exclude='/usr/share/man/*' --dpkgopt=path-exclude='/usr/share/info/*'
    --dpkgopt=path-exclude='/usr/share/locale/*' --dpkgopt=force-unsafe-io
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"')
