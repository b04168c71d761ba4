// PID 1 of every jail: takes one job from sandlot-jail, runs its program, tells how it ended and sends files back
// (docs/protocol.md, the last section). It runs without any privilege, as the same user as the program. Start reading here.

#include "collect.h"
#include "receive.h"
#include "run.h"
#include "verify.h"
#include "wire.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>

struct job job = {.socket = -1, .work = -1, .file = -1, .program_fds = {-1, -1, -1}};

int main(void)
{
    prctl(PR_SET_DUMPABLE, 0);
    verify_jail();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    umask(022);
    job.work = open("/work", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (job.work < 0) {
        fail(EXIT_NOT_JAILED);
    }
    await_job();
    send_frame('R', NULL, 0);
    read_job();
    complete_environment();
    int error = job.setup_error;
    pid_t program = error ? 0 : start_program(&error);
    if (program) {
        send_frame('S', NULL, 0);
        await_program(program);
    } else {
        close_program_fds();
        tell_end(COULD_NOT_START, error);
    }
    end_everything_else();
    send_files();
    return 0;
}
