    .globl _start

    .text
_start:
    mov $2, %eax                # open
    lea name(%rip), %rdi
    xor %esi, %esi
    syscall

    mov %eax, %edi
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
name: .asciz "test.txt"
    .equ name_length, . - name

    .bss
input: .skip 65536
