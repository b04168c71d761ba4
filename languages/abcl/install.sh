#!/bin/sh
# Compiles run.lisp and makes the AOT cache that lets ABCL start in half the time. The JVM's flags must be those of language.yaml.
set -eu
source=$1

jars=$(echo "$PWD"/lib/*.jar | tr ' ' :)
printf '%s\n' --enable-native-access=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED -cp "$jars" >run.args
cp "$source/run.lisp" .
java @run.args org.armedbear.lisp.Main --batch --noinform --noinit --eval '(compile-file "run.lisp")'
test -s run.abcl

work=$(mktemp -d)
cp "$source/hello.lisp" "$work/"
cd "$work"
java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:ActiveProcessorCount=2 -Xmx358m -Xmn128m -Xss64m \
    -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote -XX:AOTCacheOutput=/opt/abcl/run.aot -Xlog:disable @/opt/abcl/run.args org.armedbear.lisp.Main \
    --batch --noinform --noinit --load /opt/abcl/run.abcl -- hello.lisp </dev/null
test -s /opt/abcl/run.aot
