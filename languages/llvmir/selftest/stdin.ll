@numbers = constant [7 x i8] c"%d %d \00"
@number = constant [4 x i8] c"%d\0A\00"

declare i32 @scanf(ptr, ...)
declare i32 @printf(ptr, ...)
declare i32 @getchar()
declare i32 @putchar(i32)

define i32 @main() {
  %a = alloca i32
  %b = alloca i32
  call i32 (ptr, ...) @scanf(ptr @numbers, ptr %a, ptr %b)
  %first = load i32, ptr %a
  %second = load i32, ptr %b
  %sum = add i32 %first, %second
  call i32 (ptr, ...) @printf(ptr @number, i32 %sum)
  br label %next
next:
  %character = call i32 @getchar()
  %ended = icmp slt i32 %character, 0
  br i1 %ended, label %done, label %copy
copy:
  call i32 @putchar(i32 %character)
  br label %next
done:
  ret i32 0
}
