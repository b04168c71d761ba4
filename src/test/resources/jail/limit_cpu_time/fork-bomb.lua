-- attacks: 40
-- or: limit_wall_time
-- limits: processes=32 cpu=500ms wall=10s memory=256MiB
-- expect: processLimitHit
while true do
    os.execute("lua5.4 " .. arg[0] .. " &")
end
