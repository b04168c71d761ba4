MODULE Main;

FROM STextIO IMPORT WriteString;

VAR unused: INTEGER;

BEGIN
  WriteString(undeclared) (* WRONG *)
END Main.
