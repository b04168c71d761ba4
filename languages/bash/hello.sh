# Says hello and counts the words of a line.
greet() {
    echo "Hello, $1!"
}

greet "World"

line="the quick brown fox jumps over the lazy dog"
declare -A count
for word in $line; do
    count[$word]=$((${count[$word]:-0} + 1))
done
for word in "${!count[@]}"; do
    echo "${count[$word]} $word"
done | sort -rn | head -3
