(load (expand-file-name "second.el") nil t)
(greet)
