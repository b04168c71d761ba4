# attacks: 78: Python is deaf to the signal and gets the error
# limits: fileSize=1MiB memory=128MiB
import errno
import os

file = os.open("sparse", os.O_RDWR | os.O_CREAT)
for size in (1 << 21, 1 << 40, 1 << 60, (1 << 63) - 1):
    try:
        os.ftruncate(file, size)
        print("a file of", size)
    except OSError as e:
        assert e.errno == errno.EFBIG, e
try:
    os.posix_fallocate(file, 0, 1 << 40)
    print("fallocate")
except OSError as e:
    assert e.errno in (errno.EFBIG, errno.ENOSPC), e
try:
    os.pwrite(file, b"x", 1 << 40)
    print("pwrite")
except OSError as e:
    assert e.errno == errno.EFBIG, e
print("held")
