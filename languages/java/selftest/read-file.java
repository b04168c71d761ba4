void main() throws Exception {
    System.out.write(java.nio.file.Files.readAllBytes(java.nio.file.Path.of("test.txt")));
    System.out.flush();
}
