class Main {
	static function main() {
		final numbers = Sys.stdin().readLine().split(" ").map(Std.parseInt);
		Sys.println(numbers[0] + numbers[1]);
		Sys.print(Sys.stdin().readAll().toString());
	}
}
