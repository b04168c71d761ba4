class Main {
	static function main() {
		for (argument in Sys.args()) {
			Sys.println(argument);
		}
	}
}
