# Keeps the server running in the foreground. Sourced, never run.
# shellcheck shell=bash

lock_host() {
    install -d -m 0755 /run/lock
    exec 9>>/run/lock/sandlot-deploy.lock
    flock -n 9 || die "another deploy/run is at work on this host. Fix: stop it first (Ctrl+C where it runs)"
}

# serve PORT ADDRESS [OPTION OF THE SERVER...]: until Ctrl+C. SANDLOT_METRICS_PORT: where Prometheus asks, on 127.0.0.1; -1 for nowhere.
# serve.py, which this becomes, says what becomes of a server that dies.
serve() {
    local port=$1 address=$2 place cache=() sandlot command
    shift 2
    make_data_dir "$data"
    place=$run/server-$(printf %s "$data" | sha256sum | cut -c1-12)
    if [ -f "$app/app.aot" ]; then cache=("-XX:AOTCache=$app/app.aot"); fi
    app_command "$data" "$port" "$address" ${cache[@]+"${cache[@]}"} "-Djava.io.tmpdir=$place/tmp"
    be_sandlot
    exec python3 -I "$top/deploy/lib/serve.py" --place "$place" --data "$data" --port "$port" --address "$address" \
        --doctor "$top/deploy/doctor" -- "${sandlot[@]}" "${command[@]}" "--sandlot.health-socket=$place/tmp/health.sock" \
        "--management.server.port=${SANDLOT_METRICS_PORT:-9464}" "$@"
}
