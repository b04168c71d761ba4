// attacks: 2
// limits: wall=700ms
// expect: wall>=700ms wall<=850ms cpu<=300ms
const never: Promise<void> = new Promise<void>(resolve => setTimeout(resolve, 3600000));
never.then(() => console.log("awake"));
