set -e
echo before
cat no-such-file
echo after
