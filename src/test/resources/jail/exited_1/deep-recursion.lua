-- attacks: 16: the stack is memory too
-- limits: memory=256MiB cpu=5s wall=20s
local function depth(level) return depth(level + 1) + 1 end
print(depth(0))
