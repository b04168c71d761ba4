import 'dart:io';

void main() {
  print(stdin.readLineSync()!.split(' ').map(int.parse).reduce((a, b) => a + b));
  for (var line = stdin.readLineSync(); line != null; line = stdin.readLineSync()) {
    print(line);
  }
}
