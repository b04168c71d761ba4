(import second [greet])
(greet)
