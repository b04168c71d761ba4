# attacks: 97: a hundred folders deep, and a name of 2,000 bytes on the way
# profile: compile
# collect: *
# expect: files<=2 filesTruncated
long=$(printf 'd%.0s' {1..200})
for i in {1..100}; do
    mkdir $long && cd $long || break
done
echo x > bottom
cd /work
echo ok > ok
echo held
