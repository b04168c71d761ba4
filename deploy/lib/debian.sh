# Where Debian packages come from, for the file systems that we build. Sourced, never run.
# shellcheck shell=bash disable=SC2034 # each script uses a part

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

# debian_sources SUITE: apt's lines for it, with its updates and its security fixes where the mirror has them (an old suite may have neither).
debian_sources() {
    local suite=$1 debian security line='deb %s %s main\n'
    debian=${SANDLOT_DEBIAN_MIRROR:-$(mirror "")}
    [ -n "$debian" ] || die "apt's sources name no Debian mirror. Fix: set SANDLOT_DEBIAN_MIRROR to the address of one"
    security=$(mirror -security)
    security=${security:-${debian%/}-security}
    # Testing goes on every few hours, and a mirror may have stopped with it: what it has is signed still, only no longer of this week.
    if [ "$suite" = forky ]; then line='deb [check-valid-until=no] %s %s main\n'; fi
    # shellcheck disable=SC2059 # the format is one of the two above
    {
        printf "$line" "$debian" "$suite"
        if mirror_has "$debian" "$suite-updates"; then printf "$line" "$debian" "$suite-updates"; fi
        if mirror_has "$security" "$suite-security"; then printf "$line" "$security" "$suite-security"; fi
    }
}

mirror_has() {
    case $1 in
        file:*) [ -e "${1#file:}/dists/$2/Release" ] ;;
        *) curl -fsSIL --max-time 60 -o /dev/null "${1%/}/dists/$2/InRelease" ;;
    esac
}

# Documentation stays out of what we build, and nothing is fetched that nobody reads.
debian_options=(--mode=root --format=directory
    --dpkgopt=path-exclude='/usr/share/doc/*' --dpkgopt=path-exclude='/usr/share/man/*' --dpkgopt=path-exclude='/usr/share/info/*'
    --dpkgopt=path-exclude='/usr/share/locale/*' --dpkgopt=force-unsafe-io
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"')

# culprits LOG: which packages apt couldn't have, as it says itself.
culprits() {
    sed -nE 's,^E: Failed to fetch .*/([^/_ ]+)_[^/ ]*\.deb .*,\1,p; s,^E: Unable to locate package ([^ ]+).*,\1,p
        s,^E: Package .([^ ]+). has no installation candidate.*,\1,p' "$1" | sort -u | paste -sd ' ' | sed 's/./ for want of &/'
}
