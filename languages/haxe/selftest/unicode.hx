class Main {
	static function main() {
		Sys.println("äöü ∀ 日本 🎉");
		Sys.println(Sys.stdin().readLine());
	}
}
