# attacks: 6: every child ends long before any limit of one process
# limits: cpu=400ms wall=20s
while :; do /bin/true; done
