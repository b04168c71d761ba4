# attacks: 84
for secret in /etc/shadow /etc/gshadow /etc/sudoers /root /proc/kcore /proc/kmsg /proc/keys /proc/kallsyms /proc/cmdline /proc/config.gz \
    /proc/timer_list /proc/sched_debug /proc/slabinfo /proc/vmallocinfo /proc/iomem /proc/ioports /proc/kpageflags \
    /etc/sandlot /run/sandlot /var/lib/sandlot /usr/local/lib/sandlot /etc/machine-id /etc/resolv.conf \
    /etc/ssh/ssh_host_rsa_key /etc/ssh/ssh_host_ed25519_key /etc/ssl/private /home /srv /mnt /media /boot /var/log /var/mail /var/spool/cron "$CANARY_FILE" "/proc/1/root$CANARY_FILE" \
    "/proc/self/cwd/../..$CANARY_FILE" "/proc/thread-self/root/../$CANARY_FILE" "/dev/fd/../../..$CANARY_FILE"; do
    if [ -d "$secret" ]; then
        [ -z "$(ls -A "$secret" 2> /dev/null)" ] || echo "listed $secret: $(ls -A "$secret" | head -3)"
    elif said=$(head -c 100 "$secret" 2> /dev/null | tr -d '\0') && [ -n "$said" ]; then
        case $said in
            "00000000-00000000"* | "  00000000-00000000"* | *" 0000-0000"*) ;; # addresses are blanked
            *) echo "read $secret: $said" ;;
        esac
    fi
done
echo held
