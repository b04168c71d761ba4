@words = constant [21 x i8] c"from the second file\00"

define ptr @text() {
  ret ptr @words
}
