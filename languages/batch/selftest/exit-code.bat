@exit 7
