# The planted flags: two files outside every jail whose content proves an escape. Sourced, never run.
# shellcheck shell=bash disable=SC2154 # needs common.sh

# Beside the data, where whoever gets out of a jail comes past.
flags=$state/flag

# plant_flags: keeps those that are there, so that a report can be checked later. The first can be read by the server's user,
# the second by root alone.
plant_flags() {
    install -d -o root -g sandlot -m 0750 "$flags"
    plant_flag server sandlot 0440
    plant_flag root root 0400
}

# plant_flag NAME GROUP MODE
plant_flag() {
    local file=$flags/$1
    if [ ! -s "$file" ]; then
        (umask 077 && printf 'sandlot-flag-%s-%s\n' "$1" "$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')" >"$file.new")
        mv "$file.new" "$file"
    fi
    chown "root:$2" "$file"
    chmod "$3" "$file"
}

# flag_name TEXT: which flag the text holds, if one.
flag_name() {
    local name
    for name in server root; do
        if [ -s "$flags/$name" ] && [[ $1 == *"$(cat "$flags/$name")"* ]]; then
            say "$name"
            return
        fi
    done
    return 1
}
