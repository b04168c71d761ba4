# Which languages this machine has. Sourced, never run.
# shellcheck shell=bash

chosen=$state/language-set # what the last deploy/run asked for

# language_set WORD,…: the same in its shortest form; says what none is.
language_set() {
    local words=$1 word
    [[ $words =~ ^[a-z0-9]+(,[a-z0-9]+)*$ ]] || die "--languages '$words' isn't core, all or ids such as c,python3"
    for word in ${words//,/ }; do
        [[ $word = core || $word = all || -d $top/languages/$word ]] || die "no language is called $word. Fix: ls $top/languages shows all"
    done
    case ,$words, in
        *,all,*) say all ;;
        *) tr , '\n' <<<"$words" | sort -u | paste -sd , ;;
    esac
}

remembered_languages() {
    if [ -s "$chosen" ]; then cat "$chosen"; else say core; fi
}

remember_languages() {
    install -d -m 0755 "$state"
    say "$1" >"$chosen"
}

# What differs from where this checkout's branch left main; on main itself, what the last commit changed. Uncommitted work counts.
changed_languages() {
    local base git=(git -c safe.directory="$top" -C "$top") # root asks, the checkout may be another's
    "${git[@]}" rev-parse --git-dir >/dev/null 2>&1 || return 0
    base=$("${git[@]}" merge-base HEAD origin/main 2>/dev/null || "${git[@]}" merge-base HEAD main 2>/dev/null || "${git[@]}" rev-parse HEAD)
    if [ "$base" = "$("${git[@]}" rev-parse HEAD)" ]; then base=$("${git[@]}" rev-parse --verify -q HEAD~1 || say "$base"); fi
    {
        "${git[@]}" diff --name-only --diff-filter=d "$base" -- languages
        "${git[@]}" ls-files --others --exclude-standard -- languages
    } | sed -n 's,^languages/\([a-z0-9]*\)/.*,\1,p' | sort -u
}
