declare ptr @text()
declare i32 @puts(ptr)

define i32 @main() {
  %text = call ptr @text()
  call i32 @puts(ptr %text)
  ret i32 0
}
