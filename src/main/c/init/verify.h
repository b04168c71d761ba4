// Makes sure that the jail is what it should be.
#pragma once

#include "job.h"

// Ends everything unless nothing of what a jail takes away is left.
void verify_jail(void);
