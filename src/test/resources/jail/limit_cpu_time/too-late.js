// attacks: 13: would end beyond its limit
// limits: cpu=600ms wall=20s
const used = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
};
while (used() < 0.8 * @TIME_FACTOR@) {
}
console.log("held");
