    .globl _start

    .text
_start:
    mov $1, %eax                # write
    mov $1, %edi
    lea first(%rip), %rsi
    mov $first_length, %rdx
    syscall

    mov $1, %eax                # write
    mov $2, %edi
    lea second(%rip), %rsi
    mov $second_length, %rdx
    syscall

    mov $60, %eax               # exit
    xor %edi, %edi
    syscall

    .data
first: .ascii "out\n"
    .equ first_length, . - first
second: .ascii "err\n"
    .equ second_length, . - second
