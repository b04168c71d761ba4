// attacks: 13: ends within its limit
// limits: cpu=600ms wall=20s
const used = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
};
while (used() < 0.4) {
}
console.log("held");
