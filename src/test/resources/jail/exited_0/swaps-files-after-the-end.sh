# attacks: 100, 152: what a compile step leaves running is dead before anything is collected
# profile: compile
# collect: out
# expect: files<=1
echo honest > out
(trap '' TERM HUP; setsid bash -c 'while :; do ln -sf /etc/passwd out; rm -f out; echo swapped > out; done' &)
echo held
