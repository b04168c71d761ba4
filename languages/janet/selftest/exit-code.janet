(os/exit 7)
