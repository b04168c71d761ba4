# The jar, its unpacked form and its start-up cache. Sourced, never run.
# shellcheck shell=bash

app_key() { hash_of pom.xml .mvn src/main/java src/main/resources frontend db deploy/jvm.options; }

build_app() {
    local build=$state/build/deploy
    SANDLOT_BUILD_DIR=$build "$top/deploy/lib/mvn" -DskipTests -Dspotless.check.skip=true clean package
    unpack_app "$build/target/sandlot.jar"
    rm -rf "$build/target"
}

# unpack_app JAR
unpack_app() {
    rm -rf "$app.new"
    (cd / && "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1" extract --destination "$app.new")
    install -m 0644 "$top/deploy/jvm.options" "$app.new/jvm.options"
    rm -rf "$app"
    mv "$app.new" "$app"
}

# The running service reads its languages and problems from copies that it can't write.
install_content() {
    local folder
    for folder in languages problems; do
        install -d -m 0755 "$content/$folder"
        rsync -a --delete --chown=root:root --chmod=D755,F644 "$top/$folder/" "$content/$folder/"
    done
}

# app_command DATA_DIR PORT ADDRESS [JVM OPTION...]: fills the array `command`.
app_command() {
    local data_dir=$1 port=$2 address=$3
    shift 3
    command=("$JAVA_HOME/bin/java" "@$app/jvm.options" "-XX:ErrorFile=$data_dir/jvm-error.log" "-Djava.io.tmpdir=$data_dir/tmp" "$@"
        -jar "$app/sandlot.jar" "--server.port=$port" "--server.address=$address" "--sandlot.data-dir=$data_dir"
        "--sandlot.languages-dir=$content/languages" "--sandlot.problems-dir=$content/problems")
}

# What is in it belongs to the service user: root neither makes nor changes anything there, for that could be a link to elsewhere.
make_data_dir() {
    install -d -o sandlot -g sandlot -m 0700 "$1"
    as_sandlot mkdir -p -m 0700 "$1/tmp"
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# wait_until_up PID PORT SECONDS: 0 when /health says so; says why not on stderr otherwise. A server that has answered "not
# serving" for 30 s will not change its mind.
wait_until_up() {
    local pid=$1 port=$2 deadline=$(($(now_ms) + $3 * 1000)) answer='' answered=''
    while [ "$(now_ms)" -lt "${answered:-$deadline}" ]; do
        if ! kill -0 "$pid" 2>/dev/null; then
            echo "the server ended before it served" >&2
            return 1
        fi
        if answer=$(curl -s --max-time 5 -w '\n%{http_code}' "http://127.0.0.1:$port/health"); then
            if [ "${answer##*$'\n'}" = 200 ]; then return 0; fi
            answered=${answered:-$(($(now_ms) + 30000))}
        fi
        sleep 0.1
    done
    echo "not serving; /health says: ${answer%$'\n'*}" >&2
    return 1
}

# One start with a data folder of its own, some of everything used, an orderly stop: the JVM then writes what it learnt.
train_app() {
    local work=$app.train port pid command
    rm -rf "$work"
    make_data_dir "$work"
    port=$(free_port)
    app_command "$work" "$port" 127.0.0.1 "-XX:AOTCacheOutput=$work/app.aot" "-Xlog:aot*=error"
    # More runs than one address may start.
    (cd "$work" && exec_as_sandlot "${command[@]}" --sandlot.access.runs-per-minute=1000000) 9>&- &
    pid=$!
    # shellcheck disable=SC2064 # the pid of now
    trap "kill $pid 2>/dev/null; wait" EXIT
    wait_until_up "$pid" "$port" 120
    exercise_app "http://127.0.0.1:$port"
    kill "$pid"
    wait "$pid" || true
    trap - EXIT
    if [ ! -s "$work/app.aot" ]; then
        echo "the JVM wrote no cache; the service starts without it, some seconds slower"
    else
        install -m 0644 "$work/app.aot" "$app/app.aot"
    fi
    rm -rf "$work"
}

exercise_app() {
    local path
    for path in / /api/v1/languages /api/v1/problems /openapi.json /health /practice; do
        curl -s -o /dev/null --max-time 20 "$1$path" || true
    done
    # Many times: the cache keeps what the JVM learnt of the code, so the first visitors' runs are quick too.
    curl -s -o /dev/null --max-time 60 -H 'Content-Type: application/json' "$1/api/v1/runs?time=[1-1000]" \
        -d '{"language":"c","files":[{"name":"main.c","content":"#include <stdio.h>\nint main(void){puts(\"hi\");}"}]}' || true
    curl -s -o /dev/null --max-time 60 -H 'Content-Type: application/json' -H 'Accept: text/event-stream' "$1/api/v1/runs" \
        -d '{"language":"python3","files":[{"name":"main.py","content":"print(input())"}],"stdin":"hi\n"}' || true
    # And what comes with an attack: big answers, big programs, refusals.
    python3 -B "$top/deploy/lib/attack.py" --training --port "${1##*:}" --clients 20 --seconds 15 || true
}

prepare_app() {
    local java
    java=$("$JAVA_HOME/bin/java" -version 2>&1 | sha256sum | cut -c1-16)
    step "Server and page" "$(app_key)" "$app/sandlot.jar" \
        "see Maven's first ERROR; Maven's registry and npm's must be reachable (Maven's settings: $state/home/.m2)" \
        build_app
    step "Languages and problems" "$(hash_of languages problems)" "$content/languages $content/problems" \
        "see the message" \
        install_content
    step "Start-up cache" "$(app_key)-$(hash_of deploy/lib/app.sh deploy/lib/attack.py)-$java" "$app/sandlot.jar" \
        "see why the server does not serve; deploy/doctor checks the host" \
        train_app
}
