source second.fish
text
