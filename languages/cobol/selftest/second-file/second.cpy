       01  SECOND-TEXT  PIC X(20) VALUE "from the second file".
