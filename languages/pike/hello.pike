int main() {
    mapping(string:int) moons = (["Earth": 1, "Mars": 2, "Jupiter": 97]);

    write("Hello, World!\n");
    foreach (sort(indices(moons)), string planet) {
        write("%-8s %2d\n", planet, moons[planet]);
    }
    return 0;
}
