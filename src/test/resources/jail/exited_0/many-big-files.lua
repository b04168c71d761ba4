-- attacks: 76: 16 MB each, until no space is left
-- limits: memory=256MiB cpu=5s wall=20s fileSize=16MiB
-- expect: !memoryLimitHit
local block = string.rep("x", 16000000)
for _, folder in ipairs { "/work", "/tmp", "/dev/shm" } do
    local full = false
    for i = 1, 30 do
        local file = io.open(folder .. "/big" .. i, "wb")
        local written, problem = file:write(block)
        full = full or not written and problem:find("No space left") ~= nil
        file:close()
    end
    if not full then print(folder, "never got full") end
end
print("held")
