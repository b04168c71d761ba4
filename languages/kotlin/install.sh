#!/bin/sh
# Makes /opt/kotlin/compile.jar, the compiler behind Compile.java, and the AOT caches that let it and the programs start in a third of the
# time. The JVM's flags must be those of language.yaml. Only the Kotlin library that programs use themselves is on their class path; the
# cache holds for what begins with its class path, so the program's own folder is the last part.
set -eu
source=$1

jars=$(echo "$PWD"/lib/*.jar | tr ' ' :)
program=$(echo "$PWD"/lib/kotlin-stdlib-*.jar "$PWD"/lib/kotlinx-coroutines-core-jvm-*.jar | tr ' ' :)
mkdir classes
javac -d classes -cp "$jars" "$source/Compile.java" "$source/Waiting.java"
jar --create --file compile.jar -C classes .
rm -r classes
printf '%s\n' --sun-misc-unsafe-memory-access=allow -cp "$PWD/compile.jar:$jars" "-Dprogram.path=$program" >compile.args
printf '%s\n' -cp "$program:$PWD/warmup.jar:." >run.args

work=$(mktemp -d)
cp "$source/hello.kt" "$work/main.kt"
cp "$source/Warmup.kt" "$work/"
cp "$source/hello.kt" "$source/Warmup.kt" .
cd "$work"
java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:ActiveProcessorCount=2 -Xmn192m -Xmx716m -Xss16m \
    -XX:AOTCacheOutput=/opt/kotlin/compile.aot -Xlog:disable @/opt/kotlin/compile.args Compile main.kt main.kt Warmup.kt
test -s /opt/kotlin/compile.aot

jar --create --file /opt/kotlin/warmup.jar sandlot_warmup
java -XX:+UseSerialGC -XX:-UsePerfData -XX:ActiveProcessorCount=2 -Xmx358m -Xss64m \
    -XX:AOTCacheOutput=/opt/kotlin/run.aot -Xlog:disable -cp "$program:/opt/kotlin/warmup.jar" sandlot_warmup.WarmupKt </dev/null
test -s /opt/kotlin/run.aot
