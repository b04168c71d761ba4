greet() {
    printf 'Hello, %s!\n' "$1"
}

greet World

for fruit in pear apple fig; do
    echo "$fruit"
done | sort
