@text = constant [8 x i8] c"before\0A\00"

declare i64 @write(i32, ptr, i64)
declare void @abort()

define i32 @main() {
  call i64 @write(i32 1, ptr @text, i64 7)
  call void @abort()
  unreachable
}
