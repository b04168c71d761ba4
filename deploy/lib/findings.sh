# What deploy/doctor says of the host, and how. Sourced, never run.
# shellcheck shell=bash

mend=0 advice=0 json='' findings=()

# The host's files are looked for beneath this; empty but in tests.
host=${host:-}

finding() {
    local level=$1 what=$2 fix=${3:-}
    findings+=("$level"$'\t'"$what"$'\t'"$fix")
    [ -z "$json" ] || return 0
    case $level in
        ok) printf '  ok      %s\n' "$what" ;;
        mend) printf '  MEND    %s\n          fix: %s\n' "$what" "$fix" ;;
        advice) printf '  advice  %s\n          fix: %s\n' "$what" "$fix" ;;
    esac
}

good() { finding ok "$1"; }

# bad WHAT FIX: something that must be mended.
bad() {
    mend=$((mend + 1))
    finding mend "$1" "$2"
}

# warn WHAT FIX: it works, but could be safer.
warn() {
    advice=$((advice + 1))
    finding advice "$1" "$2"
}

chapter() { [ -n "$json" ] || say "$1"; }

# value FILE [DEFAULT]: the first line of one of the host's files.
value() {
    local line=''
    { read -r line <"$host$1"; } 2>/dev/null || true
    printf '%s\n' "${line:-${2:-}}"
}

# All that was found, as one object of JSON.
as_json() {
    printf '%s\n' ${findings[@]+"${findings[@]}"} | /usr/bin/python3 -I -c '
import datetime, json, sys
found = [dict(zip(("level", "what", "fix"), line.rstrip("\n").split("\t"))) for line in sys.stdin if line.strip()]
count = lambda level: sum(finding["level"] == level for finding in found)
now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
json.dump({"mend": count("mend"), "advice": count("advice"), "checked": now, "findings": found}, sys.stdout, indent=1, ensure_ascii=False)
print()'
}

# For /health: the numbers and the time alone, where the server finds them.
report() {
    install -d -m 0755 "$run"
    as_json >"$run/doctor-findings.json.new"
    chmod 0600 "$run/doctor-findings.json.new"
    mv "$run/doctor-findings.json.new" "$run/doctor-findings.json"
    /usr/bin/python3 -I -c '
import json, sys
print(json.dumps({key: value for key, value in json.load(sys.stdin).items() if key != "findings"}))' \
        <"$run/doctor-findings.json" >"$run/doctor.json.new"
    chmod 0644 "$run/doctor.json.new"
    mv "$run/doctor.json.new" "$run/doctor.json"
}
