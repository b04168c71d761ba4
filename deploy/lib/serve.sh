# Keeps the server running in the foreground. Sourced, never run.
# shellcheck shell=bash

lock_host() {
    install -d -m 0755 /run/lock
    exec 9>>/run/lock/sandlot-deploy.lock
    flock -n 9 || die "another deploy/run is at work on this host. Fix: stop it first (Ctrl+C where it runs)"
}

port_is_taken() { (: <"/dev/tcp/$2/$1") 2>/dev/null; }

# serve PORT ADDRESS: until Ctrl+C. A server that dies is started again after 1 s, doubled up to 60 s.
serve() {
    local port=$1 address=$2 cache=() command child='' stopping='' pause=1 started
    if port_is_taken "$port" 127.0.0.1; then
        die "port $port is taken. Fix: end what listens there (ss -ltnp 'sport = :$port' names it) or call deploy/run --port N"
    fi
    make_data_dir "$data"
    if [ -f "$app/app.aot" ]; then cache=("-XX:AOTCache=$app/app.aot"); fi
    app_command "$data" "$port" "$address" ${cache[@]+"${cache[@]}"}
    trap 'stopping=1; [ -z "$child" ] || kill "$child" 2>/dev/null || true' INT TERM HUP
    while [ -z "$stopping" ]; do
        started=$(now_ms)
        # Its own session: Ctrl+C reaches this script alone, which then stops the server in order.
        (cd "$data" && trap - INT TERM HUP && exec_as_sandlot setsid "${command[@]}") 9>&- &
        child=$!
        announce "$child" "$port" "$started" &
        while kill -0 "$child" 2>/dev/null; do wait "$child" || true; done
        child=
        [ -z "$stopping" ] || break
        if [ $(($(now_ms) - started)) -gt 600000 ]; then pause=1; fi
        say "The server ended by itself; starting it again in $pause s."
        sleep "$pause" &
        wait $! || true
        pause=$((pause < 30 ? pause * 2 : 60))
    done
    say "Stopped."
}

announce() {
    local why
    exec 9>&-
    trap - INT TERM HUP
    if why=$(wait_until_up "$1" "$2" 120 2>&1); then
        printf '\nSandlot is on http://localhost:%s  (serving after %s; Ctrl+C stops it)\n\n' "$2" "$(seconds_since "$3")"
    elif kill -0 "$1" 2>/dev/null; then
        printf '\nThe page is on http://localhost:%s, but nothing can be run: %s\nFix: deploy/doctor checks the host.\n\n' "$2" "$why"
    fi
}
