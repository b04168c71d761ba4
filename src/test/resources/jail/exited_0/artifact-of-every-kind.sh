# attacks: 92, 93, 97: each kind of file but a regular one
# profile: compile
# collect: folder fifo socket full null up here loop dangling far ok
# expect: files=1 filesTruncated
mkdir folder
mkfifo fifo
python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
ln -s /dev/full full
ln -s /dev/null null
ln -s .. up
ln -s . here
ln -s loop loop
ln -s nowhere dangling
ln -s /proc/1/root/etc/passwd far
echo ok > ok
echo held
