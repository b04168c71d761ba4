import 'dart:io';

void main() {
  stdout.write('Name? ');
  print('Hello, ${stdin.readLineSync()}');
}
