import second

echo text()
