. ./second.zsh
text
