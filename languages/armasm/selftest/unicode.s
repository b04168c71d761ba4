    .globl _start

    .text
_start:
    mov r7, #4                  @ write
    mov r0, #1
    ldr r1, =text
    ldr r2, =text_length
    svc #0

    mov r7, #3                  @ read
    mov r0, #0
    ldr r1, =input
    mov r2, #65536
    svc #0
    mov r4, r0

    mov r7, #4                  @ write
    mov r0, #1
    ldr r1, =input
    mov r2, r4
    svc #0

    mov r7, #1                  @ exit
    mov r0, #0
    svc #0

    .data
text: .ascii "äöü ∀ 日本 🎉\n"
    .equ text_length, . - text

    .bss
input: .skip 65536
