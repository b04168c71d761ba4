# What a language takes from registries other than Debian's, each by the registry's own client, with its own lock file. Sourced, never run.
# shellcheck shell=bash

# fetch FOLDER INTO ROOT: brings what the files in a language's folder name into the folder /opt/<id> of a root.
fetch() {
    local folder=$1 into=$2 in=$3
    if [ -e "$folder/package-lock.json" ]; then fetch_npm "$folder" "$into"; fi
    if [ -e "$folder/requirements.txt" ]; then fetch_pypi "$folder" "$into"; fi
    if [ -e "$folder/maven.txt" ]; then fetch_maven "$folder" "$into/lib"; fi
    if [ -e "$folder/crates.txt" ]; then fetch_crates "$folder" "$into" "$in"; fi
}

# package.json and package-lock.json: what the lock has, held to its hashes; no package's own scripts are run.
fetch_npm() {
    local folder=$1 into=$2 work
    work=$(mktemp -d)
    cp "$folder/package.json" "$folder/package-lock.json" "$work/"
    PATH=$node/bin:$PATH npm_config_cache=$work/cache npm ci --prefix "$work" --ignore-scripts --no-audit --no-fund --loglevel=error
    mv "$work/node_modules" "$into/"
    rm -rf "$work"
}

# requirements.txt with hashes: wheels, unpacked into python/.
fetch_pypi() {
    local folder=$1 into=$2 work wheel
    work=$(mktemp -d)
    python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary :all: --require-hashes -d "$work" -r "$folder/requirements.txt"
    mkdir -p "$into/python"
    for wheel in "$work"/*.whl; do unzip -q -o "$wheel" -d "$into/python"; done
    rm -rf "$work"
}

# maven.txt, a line a jar: its SHA-256 and group:artifact:version. Dependencies are lines too.
fetch_maven() {
    local folder=$1 into=$2 work
    work=$(mktemp -d)
    python3 - "$folder/maven.txt" >"$work/pom.xml" <<'PY'
import sys

print("<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><packaging>pom</packaging><dependencies>")
for line in open(sys.argv[1]):
    group, artifact, version = line.split("#")[0].split()[1].split(":") if line.split("#")[0].strip() else ("",) * 3
    if group:
        print(f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>{version}</version>"
              "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>")
print("</dependencies></project>")
PY
    chown -R sandlot:sandlot "$work"
    (cd "$work" && as_sandlot mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib")
    awk '!/^#/ && NF { split($2, part, ":"); print $1 "  " part[2] "-" part[3] ".jar" }' "$folder/maven.txt" >"$work/sums"
    (cd "$work/lib" && sha256sum --strict -c "$work/sums")
    mkdir -p "$into"
    cp "$work"/lib/*.jar "$into/"
    rm -rf "$work"
}

# crates.txt, a line a program: the crate's SHA-256, its name and version. Built in the root, by its cargo, from the crate's own lock file.
fetch_crates() {
    local folder=$1 into=$2 in=$3 sum name version at=${2#"$3"} certificates=/etc/ssl/certs/ca-certificates.crt
    while read -r sum name version; do
        "$top/deploy/lib/in-root.sh" --network "$in" "$at" env CARGO_HOME="$at/cargo" CARGO_HTTP_CAINFO="$certificates" \
            cargo install --quiet --locked --root "$at" "$name@$version"
        (cd "$into"/cargo/registry/cache/*/ && echo "$sum  $name-$version.crate" | sha256sum --strict -c)
        rm -rf "${into:?}/cargo"
    done < <(grep -v '^#' "$folder/crates.txt")
}
