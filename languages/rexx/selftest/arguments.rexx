parse arg words
do while words <> ""
  parse var words word words
  say word
end
