#!/bin/sh
# Makes the AOT caches that let the compiler and the programs start in half the time. The JVM's flags must be those of language.yaml; a
# cache holds for what begins with its class path, so the program's own folder is the last part.
set -eu
source=$1

jars=$(echo "$PWD"/lib/*.jar | tr ' ' :)
printf '%s\n' -cp "$jars:." >compile.args
printf '%s\n' -cp "$jars:$PWD/warmup.jar:." >run.args

work=$(mktemp -d)
mkdir "$work/sandlot_warmup"
cp "$source/Warmup.fr" "$work/sandlot_warmup/"
cd "$work"
java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:ActiveProcessorCount=2 -Xmx716m -Xss16m \
    -XX:AOTCacheOutput=/opt/frege/compile.aot -Xlog:disable -cp "$jars" frege.compiler.Main -d . -sp . -make sandlot_warmup/Warmup.fr
test -s /opt/frege/compile.aot

jar --create --file /opt/frege/warmup.jar sandlot_warmup
java -XX:+UseSerialGC -XX:-UsePerfData -XX:ActiveProcessorCount=2 -Xmx358m -Xss64m \
    -XX:AOTCacheOutput=/opt/frege/run.aot -Xlog:disable -cp "$jars:/opt/frege/warmup.jar" sandlot_warmup.Warmup </dev/null
test -s /opt/frege/run.aot
