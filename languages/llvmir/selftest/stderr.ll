@out = constant [5 x i8] c"out\0A\00"
@err = constant [5 x i8] c"err\0A\00"

declare i64 @write(i32, ptr, i64)

define i32 @main() {
  call i64 @write(i32 1, ptr @out, i64 4)
  call i64 @write(i32 2, ptr @err, i64 4)
  ret i32 0
}
