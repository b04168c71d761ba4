{:text (fn [] "from the second file")}
