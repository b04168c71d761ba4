import 'dart:convert';
import 'dart:io';

void main() {
  print('äöü ∀ 日本 🎉');
  print(stdin.readLineSync(encoding: utf8));
}
