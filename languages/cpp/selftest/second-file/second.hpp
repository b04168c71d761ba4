#pragma once
#include <string>

std::string second();
