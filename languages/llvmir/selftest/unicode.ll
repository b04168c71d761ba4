@text = constant [24 x i8] c"äöü ∀ 日本 🎉\0A\00"

declare i32 @printf(ptr, ...)
declare i32 @getchar()
declare i32 @putchar(i32)

define i32 @main() {
  call i32 (ptr, ...) @printf(ptr @text)
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
