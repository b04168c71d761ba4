import 'dart:io';

void main() => stdout.write(File('test.txt').readAsStringSync());
