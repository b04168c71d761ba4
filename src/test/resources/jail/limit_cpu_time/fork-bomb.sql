-- attacks: 40
-- limits: processes=32 cpu=500ms wall=10s
-- expect: processLimitHit
.shell sh -c "bomb() { bomb | bomb & }; bomb; while :; do :; done"
