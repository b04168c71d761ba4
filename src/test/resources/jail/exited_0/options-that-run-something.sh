# attacks: 142: were they let through, they would run in the jail
# profile: compile
# limits: cpu=10s wall=20s processes=64 memory=512MiB
# collect: *
# Whatever they leave comes back and is searched for the host's secret.
echo 'int main(void) { return 0; }' > main.c
printf '#!/bin/sh\ncat "%s" /etc/shadow > stolen 2> /dev/null\nexec "$@"\n' "$CANARY_FILE" > wrap
chmod +x wrap
cp wrap cc1
printf '*cc1:\n/work/wrap %%(cc1)\n' > specs
echo "-o /usr/bin/x -I/ -include $CANARY_FILE" > list
for option in -wrapper,./wrap -B. -specs=specs -fplugin=./wrap.so @list -include$CANARY_FILE -imacros/etc/shadow -o/usr/bin/x -dumpdir/usr/ \
    -Wl,-T,$CANARY_FILE -Wl,--script=/etc/shadow -Wa,-I/root --sysroot=/proc/1/root "-D'\$(cat /etc/shadow)'" -save-temps=/etc/x; do
    gcc "${option%%,*}" $(case $option in *,./wrap) echo ./wrap ;; esac) main.c -o main > out.$RANDOM 2>&1
done 2> /dev/null
[ -s stolen ] && grep -q root: stolen && echo "the jail's own /etc/shadow could be read"
echo held
