. ./second.sh
text
