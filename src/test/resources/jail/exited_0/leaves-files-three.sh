# attacks: 81: three of a pair: whichever comes second on a slot finds nothing of the first
left=""
for folder in /tmp /dev/shm /work /var/tmp; do
    [ -e "$folder/left-by-an-attack" ] && left="$left $folder"
    echo x > "$folder/left-by-an-attack"
done 2> /dev/null
[ -z "$left" ] && echo held || echo "found in$left"
