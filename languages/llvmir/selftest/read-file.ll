@name = constant [9 x i8] c"test.txt\00"

declare i32 @open(ptr, i32, ...)
declare i64 @read(i32, ptr, i64)
declare i64 @write(i32, ptr, i64)

define i32 @main() {
  %text = alloca [100 x i8]
  %file = call i32 (ptr, i32, ...) @open(ptr @name, i32 0)
  %length = call i64 @read(i32 %file, ptr %text, i64 100)
  call i64 @write(i32 1, ptr %text, i64 %length)
  ret i32 0
}
