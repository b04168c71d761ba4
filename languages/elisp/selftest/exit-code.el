(kill-emacs 7)
