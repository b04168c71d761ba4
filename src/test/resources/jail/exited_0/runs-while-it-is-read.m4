dnl # language: m4
dnl # attacks: 149: macros that run and include
define(`found', esyscmd(`cat /etc/shadow @CANARY_FILE@ 2> /dev/null | head -c 100'))dnl
sinclude(`@CANARY_FILE@')dnl
ifelse(found, `', `held', `found')
