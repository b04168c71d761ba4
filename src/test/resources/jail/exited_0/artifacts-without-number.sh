# attacks: 97: five thousand files in folders
# profile: compile
# limits: cpu=10s wall=20s memory=256MiB
# collect: *
# expect: files<=4096 filesTruncated
for folder in 1 2 3 4 5; do
    mkdir $folder
    for i in {1..1000}; do : > $folder/$i; done
done
echo held
