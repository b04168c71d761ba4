int main () {
    try {
        string text;
        FileUtils.get_contents ("test.txt", out text);
        stdout.puts (text);
        return 0;
    } catch (FileError error) {
        stderr.puts (error.message);
        return 1;
    }
}
