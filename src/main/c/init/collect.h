// Sends the files that were asked for.
#pragma once

#include "job.h"

// The regular files that were named, or all beneath /work; then whether any was left out.
void send_files(void);
