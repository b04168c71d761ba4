# Asks the kernel to write a text and to end the program.
    .globl _start

    .text
_start:
    mov $1, %eax                # write
    mov $1, %edi
    lea text(%rip), %rsi
    mov $text_length, %rdx
    syscall

    mov $60, %eax               # exit
    xor %edi, %edi
    syscall

    .data
text: .ascii "Hello, World!\n"
    .equ text_length, . - text
