-- attacks: 13: would end beyond its limit
-- limits: cpu=600ms wall=20s
while os.clock() < 0.8 * @TIME_FACTOR@ do end
print("held")
