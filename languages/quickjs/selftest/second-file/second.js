export function greet() {
    console.log("from the second file");
}
