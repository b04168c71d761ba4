// attacks: 134
// step: compile
#include "/etc/shadow"
#include "/proc/1/environ"
#include "@CANARY_FILE@"
%:include "/etc/sandlot/jail.conf"
#include_next "@CANARY_FILE@"
#include </root/.ssh/id_rsa>

int main(void)
{
    return 0;
}
