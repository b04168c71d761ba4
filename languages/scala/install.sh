#!/bin/sh
# Makes /opt/scala/compile.jar, the compiler behind Compile.java, and the AOT caches that let it and the programs start in a third of the
# time. The JVM's flags must be those of language.yaml. Only the Scala library that programs use themselves is on their class path; the
# cache holds for what begins with its class path, so the program's own folder is the last part.
set -eu
source=$1

jars=$(echo "$PWD"/lib/*.jar | tr ' ' :)
program=$(echo "$PWD"/lib/scala-library-*.jar "$PWD"/lib/scala3-library_3-*.jar | tr ' ' :)
mkdir classes
javac -d classes -cp "$jars" "$source/Compile.java" "$source/Waiting.java"
jar --create --file compile.jar -C classes .
rm -r classes
printf '%s\n' -cp "$PWD/compile.jar:$jars" "-Dprogram.path=$program" >compile.args
printf '%s\n' -cp "$program:$PWD/warmup.jar:." >run.args

work=$(mktemp -d)
cp "$source/hello.scala" "$work/Main.scala"
cp "$source/Warmup.scala" "$work/"
cp "$source/hello.scala" "$source/Warmup.scala" .
cd "$work"
java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:ActiveProcessorCount=2 -Xmx716m -Xss16m \
    -XX:AOTCacheOutput=/opt/scala/compile.aot -Xlog:disable @/opt/scala/compile.args Compile Main.scala Main.scala Warmup.scala
test -s /opt/scala/compile.aot

jar --create --file /opt/scala/warmup.jar sandlot_warmup
java -XX:+UseSerialGC -XX:-UsePerfData -XX:ActiveProcessorCount=2 -Xmx358m -Xss64m \
    -XX:AOTCacheOutput=/opt/scala/run.aot -Xlog:disable -cp "$program:/opt/scala/warmup.jar" sandlot_warmup.warmUp </dev/null
test -s /opt/scala/run.aot
