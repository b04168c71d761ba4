(load "second.lsp")
(println (text))
