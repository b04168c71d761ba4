       IDENTIFICATION DIVISION.
       PROGRAM-ID. HELLO.

       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  COUNTER     PIC 9(2).
       01  SQUARE      PIC ZZ9.

       PROCEDURE DIVISION.
           DISPLAY "Hello, World!".
           PERFORM VARYING COUNTER FROM 1 BY 1 UNTIL COUNTER > 5
               COMPUTE SQUARE = COUNTER ** 2
               DISPLAY COUNTER " squared is " SQUARE
           END-PERFORM.
           STOP RUN.
