@prompt = constant [7 x i8] c"Name? \00"
@greeting = constant [8 x i8] c"Hello, \00"

declare i64 @read(i32, ptr, i64)
declare i64 @write(i32, ptr, i64)

define i32 @main() {
  %name = alloca [100 x i8]
  call i64 @write(i32 1, ptr @prompt, i64 6)
  %length = call i64 @read(i32 0, ptr %name, i64 100)
  call i64 @write(i32 1, ptr @greeting, i64 7)
  call i64 @write(i32 1, ptr %name, i64 %length)
  ret i32 0
}
