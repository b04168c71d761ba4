(local second (require :second))

(print (second.text))
