echo "before"
raise newException(ValueError, "on purpose")
