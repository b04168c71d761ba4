    .globl _start

    .text
_start:
    mov $1, %eax                # write
    mov $1, %edi
    lea text(%rip), %rsi
    mov $text_length, %rdx
    syscall

    xor %edi, %edi
    xor %eax, %eax              # read
    lea input(%rip), %rsi
    mov $65536, %edx
    syscall
    mov %rax, %r12

    mov $1, %eax                # write
    mov $1, %edi
    lea input(%rip), %rsi
    mov %r12, %rdx
    syscall

    mov $60, %eax               # exit
    xor %edi, %edi
    syscall

    .data
text: .ascii "äöü ∀ 日本 🎉\n"
    .equ text_length, . - text

    .bss
input: .skip 65536
