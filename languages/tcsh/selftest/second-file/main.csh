source second.csh
echo $text:q
