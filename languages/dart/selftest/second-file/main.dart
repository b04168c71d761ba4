import 'second.dart';

void main() => print(text());
