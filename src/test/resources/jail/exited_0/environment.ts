// attacks: 130: whatever else is there is printed
const allowed: string[] = ["PATH", "HOME", "TMPDIR", "LANG", "CANARY_FILE", "CANARY_PORT"];
for (const name of Object.keys(process.env)) {
    if (!allowed.includes(name)) {
        console.log(name);
    }
}
console.log("held");
