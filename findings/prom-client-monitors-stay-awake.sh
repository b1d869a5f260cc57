#!/usr/bin/env bash
# prom-client keeps measuring the event loop after its metrics are cleared.
#
# Package: prom-client 15.1.3.
# Done: Collected the default metrics twice, each time followed by register.clear(), and watched the
#     event-loop monitors it made.
# Expected: clear() ends the measuring, or at least a second collectDefaultMetrics() replaces the
#     first monitor. No metric is left that could show a value.
# Seen on 2026-11-29: Both monitors still sample every 10 ms, with no way to reach and disable them.
#     Each registry of a test or a reload adds one.
# Matters: Processes that sleep between jobs wake a hundred times a second for nothing, and once
#     more for each cleared registry. Collect once in a process.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  prom-client@15.1.3 >/dev/null

cat >program.mjs <<'PROGRAM'
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const hooks = require('node:perf_hooks');
const monitors = [];
const make = hooks.monitorEventLoopDelay;
hooks.monitorEventLoopDelay = (options) => {
  const monitor = make(options);
  monitors.push(monitor);
  return monitor;
};
const { collectDefaultMetrics, register } = require('prom-client');

for (let i = 0; i < 2; i++) {
  collectDefaultMetrics();
  register.clear();
}
const before = monitors.map((monitor) => monitor.count);
await new Promise((done) => setTimeout(done, 500));
const awake = monitors.filter((monitor, i) => monitor.count > before[i]);
console.log('metrics left:', register.getMetricsAsArray().length);
console.log('monitors awake:', awake.length);
PROGRAM

expected=$(cat <<'SEEN'
metrics left: 0
monitors awake: 2
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: prom-client ends its event-loop monitors." >&2
  exit 1
fi
