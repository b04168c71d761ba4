MODULE Main;

FROM Second IMPORT Say;

BEGIN
  Say
END Main.
