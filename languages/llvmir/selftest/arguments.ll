declare i32 @puts(ptr)

define i32 @main(i32 %count, ptr %arguments) {
  br label %next
next:
  %i = phi i32 [1, %0], [%following, %print]
  %more = icmp slt i32 %i, %count
  br i1 %more, label %print, label %done
print:
  %place = getelementptr ptr, ptr %arguments, i32 %i
  %argument = load ptr, ptr %place
  call i32 @puts(ptr %argument)
  %following = add i32 %i, 1
  br label %next
done:
  ret i32 0
}
