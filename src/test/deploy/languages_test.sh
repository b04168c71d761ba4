#!/usr/bin/env bash
# Which languages deploy/run and deploy/test take, and what is said when a package can't be had; prints "N passed, M failed".
set -uo pipefail
# shellcheck source=deploy/lib/common.sh
. "$(dirname "$0")/../../../deploy/lib/common.sh"
# shellcheck source=deploy/lib/language-set.sh
. "$top/deploy/lib/language-set.sh"
# shellcheck source=deploy/lib/debian.sh
. "$top/deploy/lib/debian.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# is NAME EXPECTED ACTUAL
is() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
        echo "ok   $1"
    else
        failed=$((failed + 1))
        printf 'FAIL %s\nexpected: %s\nactual:   %s\n' "$1" "$2" "$3"
    fi
}

is "a set is sorted, without doubles" "core,haskell,kotlin" "$(language_set kotlin,core,haskell,kotlin)"
is "all takes in the others" all "$(language_set kotlin,all)"
is "an unknown language is named" "sandlot: no language is called klingon. Fix: ls $top/languages shows all" "$( (language_set core,klingon) 2>&1)"
is "a path is no language" "sandlot: --languages '../etc' isn't core, all or ids such as c,python3" "$( (language_set ../etc) 2>&1)"

state=$work/state chosen=$work/state/language-set
is "core is what there is at first" core "$(remembered_languages)"
remember_languages core,kotlin
is "the choice is remembered" core,kotlin "$(remembered_languages)"

checkout() {
    local git=(git -C "$work/checkout" -c user.name=x -c user.email=x@example.org)
    git init -q -b main "$work/checkout"
    mkdir -p "$work"/checkout/languages/{lua,perl,awk}
    touch "$work"/checkout/languages/{lua,perl,awk}/language.yaml
    "${git[@]}" add -A
    "${git[@]}" commit -qm first
    echo changed >"$work/checkout/languages/lua/language.yaml"
    "${git[@]}" commit -qam second
    top=$work/checkout
    is "on main: what the last commit changed" lua "$(changed_languages | paste -sd ' ')"
    "${git[@]}" switch -qc branch
    echo changed >"$work/checkout/languages/perl/language.yaml"
    "${git[@]}" commit -qam third
    echo changed >"$work/checkout/languages/awk/language.yaml"
    mkdir "$work/checkout/languages/new"
    touch "$work/checkout/languages/new/language.yaml"
    is "on a branch: what it changed, committed or not" "awk new perl" "$(changed_languages | paste -sd ' ')"
    "${git[@]}" rm -qrf languages/lua
    is "a language that went away needs no proof" "awk new perl" "$(changed_languages | paste -sd ' ')"
    top=$work
    is "without git nothing has changed" "" "$(changed_languages)"
}
checkout

cat >"$work/log" <<'TEXT'
Get:1 http://mirror.example trixie/main amd64 ghc amd64 9.6 [1 kB]
E: Failed to fetch http://mirror.example/pool/main/g/ghc/ghc_9.6.6-4_amd64.deb  404  Not Found [IP: 192.0.2.1 80]
E: Failed to fetch http://mirror.example/pool/main/m/mono/libmono-2.0-1_6.12_amd64.deb  Connection failed
E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?
TEXT
is "packages that can't be fetched are named" " for want of ghc libmono-2.0-1" "$(culprits "$work/log")"
echo 'E: Unable to locate package klingon-compiler' >"$work/log"
is "a package that doesn't exist is named" " for want of klingon-compiler" "$(culprits "$work/log")"
echo 'E: Sub-process /usr/bin/dpkg returned an error code (1)' >"$work/log"
is "no package is blamed without reason" "" "$(culprits "$work/log")"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
