echo before
done  # WRONG
