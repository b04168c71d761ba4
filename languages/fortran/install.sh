#!/bin/sh
# Makes in-order, which calls a compiler with its files so ordered that each module comes before those that use it.
set -eu

cat >in-order <<'SCRIPT'
#!/bin/sh
# in-order COMMAND... -- FILE...
set -euf
command=
while [ "$1" != -- ]; do
    command="$command $1"
    shift
done
shift
ordered=$(awk '
    { line = tolower($0); sub(/!.*/, "", line); gsub(/[,:()]/, " ", line); words = split(line, word, " "); print FILENAME, FILENAME }
    word[1] == "module" && words == 2 { home[word[2]] = FILENAME }
    word[1] == "submodule" || word[1] == "use" { uses[FILENAME, word[word[2] == "intrinsic" || word[2] == "non_intrinsic" ? 3 : 2]] }
    END {
        for (use in uses) {
            split(use, part, SUBSEP)
            if (part[2] in home) { print home[part[2]], part[1] }
        }
    }' "$@" | tsort)
# shellcheck disable=SC2086 # both are lists of words
exec $command $ordered
SCRIPT
chmod 0755 in-order
