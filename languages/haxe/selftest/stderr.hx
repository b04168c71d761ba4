class Main {
	static function main() {
		Sys.println("out");
		Sys.stderr().writeString("err\n");
	}
}
