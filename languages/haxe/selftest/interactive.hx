class Main {
	static function main() {
		Sys.print("Name? ");
		Sys.println("Hello, " + Sys.stdin().readLine());
	}
}
