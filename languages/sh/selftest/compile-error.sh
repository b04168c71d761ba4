echo before
if true; then )  # WRONG
fi
