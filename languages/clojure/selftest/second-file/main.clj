(require '[second-file.words :refer [greet]])
(greet)
