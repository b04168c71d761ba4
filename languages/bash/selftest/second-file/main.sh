source ./second.sh
second
