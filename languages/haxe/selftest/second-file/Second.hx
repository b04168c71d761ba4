class Second {
	public static function text():String {
		return "from the second file";
	}
}
