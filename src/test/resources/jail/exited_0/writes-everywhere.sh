# attacks: 80: every folder that there is
# limits: cpu=5s wall=20s
find / -xdev -type d -writable 2> /dev/null | grep -vE '^(/tmp|/work|/dev/shm)(/|$)'
while read -r _ _ _ _ folder _; do
    case $folder in
        /tmp | /work | /dev/shm) continue ;;
    esac
    if [ -d "$folder" ] && (: > "$folder/x") 2> /dev/null; then echo "wrote to $folder"; fi
done < /proc/self/mountinfo
for file in /etc/passwd /etc/ld.so.preload /etc/ld.so.cache /sbin/sandlot-init /bin/sh /lib64/ld-linux-x86-64.so.2; do
    (: >> "$file") 2> /dev/null && echo "opened $file"
    rm "$file" 2> /dev/null && echo "removed $file"
    mv "$file" "$file.old" 2> /dev/null && echo "renamed $file"
    chmod 777 "$file" 2> /dev/null && echo "changed $file"
done
echo held
