-- attacks: 13: ends within its limit
-- limits: cpu=600ms wall=20s
while os.clock() < 0.4 do end
print("held")
