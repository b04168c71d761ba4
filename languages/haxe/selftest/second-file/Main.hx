class Main {
	static function main() {
		Sys.println(Second.text());
	}
}
