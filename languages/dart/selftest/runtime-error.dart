void main() {
  print('before');
  throw StateError('on purpose');
}
