class Main {
	static function main() {
		Sys.println("Hello, World!");

		final moons = ["Earth" => 1, "Mars" => 2, "Jupiter" => 97];
		for (planet => count in moons) {
			Sys.println('$planet has $count ${count == 1 ? "moon" : "moons"}');
		}
	}
}
