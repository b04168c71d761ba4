-- attacks: 40: the shell that burns CPU has forked once, so it can't be refused the second time
-- limits: processes=32 cpu=500ms wall=10s
-- expect: processLimitHit
.shell sh -c "bomb() { bomb | bomb & }; (bomb) & while :; do :; done"
