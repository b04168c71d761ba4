echo before
fail "on purpose"
