# attacks: 94, 100: a folder that is one moment a folder and the next a link out
# profile: compile
# limits: memory=128MiB processes=16
# collect: *
# expect: files<=3
import os
import signal

os.mkdir("real")
with open("real/passwd", "w") as file:
    file.write("honest")
os.symlink("real", "folder")
if os.fork() == 0:
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        for target in ("/etc", "real", "/", os.path.dirname(os.environ["CANARY_FILE"])):
            os.symlink(target, "next")
            os.rename("next", "folder")
        os.rename("real", "moved")
        os.symlink("/etc", "real")
        os.unlink("real")
        os.rename("moved", "real")
print("held", flush=True)
os._exit(0)
