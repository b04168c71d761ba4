second() { echo "from the second file"; }
