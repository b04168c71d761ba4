    .globl _start

    .text
_start:
    lea 16(%rsp), %rbx          # the first argument's place
next:
    mov (%rbx), %rsi
    test %rsi, %rsi
    jz done
    xor %edx, %edx
length:
    inc %rdx
    cmpb $0, -1(%rsi, %rdx)
    jne length
    movb $10, -1(%rsi, %rdx)
    mov $1, %eax                # write
    mov $1, %edi
    syscall
    add $8, %rbx
    jmp next
done:
    mov $60, %eax               # exit
    xor %edi, %edi
    syscall
