# attacks: 60
# terminal: too
# limits: output=64KiB cpu=10s wall=20s
# expect: outputTruncated !errorsTruncated stdoutBytes=65536
yes more and more
