export function greet(): void {
    console.log("from the second file");
}
