-- attacks: 2
-- limits: wall=400ms
-- expect: wall>=400ms wall<=550ms cpu<=50ms
-- Lua has no sleep of its own
os.execute("sleep 3600")
