class Main {
	static function main() {
		Sys.println(undeclared); // WRONG
	}
}
