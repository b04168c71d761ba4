import 'dart:io';

void main() {
  print('out');
  stderr.writeln('err');
}
