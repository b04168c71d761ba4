// attacks: 1
// limits: cpu=300ms wall=20s
// expect: cpu>=300ms cpu<=450ms
for (;;) {
}
