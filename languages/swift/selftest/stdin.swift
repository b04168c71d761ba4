print(readLine()!.split(separator: " ").map { Int($0)! }.reduce(0, +))
while let line = readLine() {
    print(line)
}
