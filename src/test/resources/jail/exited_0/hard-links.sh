# attacks: 86
for file in /etc/passwd /bin/sh /sbin/sandlot-init /usr/bin/perl /dev/null /proc/self/status; do
    for folder in /work /tmp /dev/shm; do
        ln "$file" "$folder/linked" 2> /dev/null && echo "linked $file to $folder"
    done
done
echo held
