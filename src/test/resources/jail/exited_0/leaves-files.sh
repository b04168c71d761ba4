# attacks: 81: again and again on one slot: each time nothing of the last is there
# repeat: 4
left=""
for folder in /tmp /dev/shm /work /var/tmp; do
    [ -e "$folder/left-by-an-attack" ] && left="$left $folder"
    echo x > "$folder/left-by-an-attack"
done 2> /dev/null
[ -z "$left" ] && echo held || echo "found in$left"
