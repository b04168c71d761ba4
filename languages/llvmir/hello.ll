@greeting = constant [14 x i8] c"Hello, World!\00"
@format = constant [11 x i8] c"%d! is %d\0A\00"

declare i32 @puts(ptr)
declare i32 @printf(ptr, ...)

define i32 @factorial(i32 %n) {
  %small = icmp slt i32 %n, 2
  br i1 %small, label %one, label %more
one:
  ret i32 1
more:
  %less = sub i32 %n, 1
  %rest = call i32 @factorial(i32 %less)
  %product = mul i32 %n, %rest
  ret i32 %product
}

define i32 @main() {
  call i32 @puts(ptr @greeting)
  %result = call i32 @factorial(i32 10)
  call i32 (ptr, ...) @printf(ptr @format, i32 10, i32 %result)
  ret i32 0
}
