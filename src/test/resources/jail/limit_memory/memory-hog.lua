-- attacks: 16
-- limits: memory=64MiB cpu=5s wall=20s
-- expect: memoryLimitHit
local hoard = {}
while true do
    hoard[#hoard + 1] = string.rep("x", 1048576) .. #hoard
end
