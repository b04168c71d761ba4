# attacks: 78
# limits: fileSize=1MiB
exec truncate -s 1E sparse
