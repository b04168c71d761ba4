# Sandlot as a service of systemd. Sourced, never run.
# shellcheck shell=bash

unit=sandlot.service
unit_file=/etc/systemd/system/$unit

systemd_runs() { [ -d /run/systemd/system ]; }

service_runs() { systemd_runs && systemctl -q is-active "$unit"; }

need_systemd() {
    systemd_runs || die "systemd is not running here (process 1 is '$(cat /proc/1/comm)'), so it can't keep a service.
Fix: call deploy/run without --service beneath whatever keeps processes here, or use a machine that was booted with systemd"
}

# The service runs from a copy that is root's: the checkout may belong to anybody, and may go.
install_service() {
    rm -rf "$libexec/deploy"
    cp -r "$top/deploy" "$libexec/deploy"
    chown -R root:root "$libexec/deploy"
    chmod -R u=rwX,go=rX "$libexec/deploy"
    unit_text "$1" "$2" "$3" >"$unit_file.new"
    chmod 0644 "$unit_file.new"
    mv "$unit_file.new" "$unit_file"
    systemctl daemon-reload
    systemctl enable "$unit"
}

# unit_text PORT ADDRESS [HOST:PORT OF A VIRTUAL MACHINE]
unit_text() {
    local protect_home=yes options=${3:+" -- --sandlot.sandbox.guest.address=$3"}
    # A JDK that somebody keeps at home must be seen.
    if [[ $(realpath "$JAVA_HOME") =~ ^/(home|root)/ ]]; then protect_home=read-only; fi
    sed -e "s/@PORT@/$1/; s/@ADDRESS@/$2/; s/@MEMORY_MIB@/$(memory_of_service)/; s/@PROTECT_HOME@/$protect_home/; s/@OPTIONS@/$options/" "$top/deploy/systemd/$unit"
}

# What the kernel shall leave to server and database when memory is short: about what they use.
memory_of_service() {
    awk '/^MemTotal:/ { total = int($2 / 1024); print total / 4 < 384 ? int(total / 4) : 384 }' /proc/meminfo
}

# Returns once it serves; systemd waits for that.
start_service() {
    systemctl restart "$unit" ||
        { journalctl -q --no-pager -n 25 -u "$unit" && die "$unit did not start. Fix: see its last words above (all of them: journalctl -u sandlot); deploy/doctor checks the host"; }
    say "Sandlot is on http://localhost:$1 as a service: systemctl status sandlot, journalctl -fu sandlot, systemctl stop sandlot"
}

remove_service() {
    [ -e "$unit_file" ] || return 0
    if systemd_runs; then systemctl disable --now "$unit" 2>/dev/null; else rm -f "/etc/systemd/system/multi-user.target.wants/$unit"; fi
    rm -rf "$unit_file" "$unit_file.d"
    if systemd_runs; then systemctl daemon-reload; fi
    say "The service is stopped and gone."
}
