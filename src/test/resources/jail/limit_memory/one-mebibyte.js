// attacks: 22: a limit that no runtime fits into
// or: signalled_sigkill signalled_sigsegv signalled_sigabrt exited_0 exited_1 exited_2 could_not_start
// limits: memory=1MiB wall=5s
console.log("held");
