#!/usr/bin/env bash
# next-themes inserts its style sheet against transitions when nothing changes, on each page load, and twice.
#
# Package: next-themes 0.4.6, with react 19.3.1 (and jsdom 26.1.0 as the browser).
# Done: Rendered a ThemeProvider with `disableTransitionOnChange` and the theme of the system, on a
#     document that has the right class already, as its own script sets it before the first paint;
#     then changed the theme once. Counted style sheets, and how often it had styles computed.
# Expected: No sheet until the theme changes, then one.
# Seen on 2026-11-30: Two sheets with `*, ::before, ::after { transition: none !important }`, each with
#     computed styles asked for while it is there, and both removed again, before anything changed;
#     one more for the change.
# Matters: A sheet that comes or goes makes a browser style the whole page again, and where sheets
#     register custom properties (as Tailwind 4 does, with `@property`) also lay out all of its text.
#     In Chromium 156 that was a quarter of what a page with a list did on its main thread until it
#     could be used. Without the option, and with short transitions, nobody sees a difference.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  react@19.3.1 react-dom@19.3.1 next-themes@0.4.6 jsdom@26.1.0 >/dev/null

cat >program.mjs <<'PROGRAM'
import { setTimeout as pause } from 'node:timers/promises';
import { JSDOM } from 'jsdom';

const page = '<!doctype html><html class="light"><body><div id="root"></div></body></html>';
const { window } = new JSDOM(page, { pretendToBeVisual: true, url: 'http://localhost/' });
window.matchMedia = () => ({ matches: false, addListener() {}, removeListener() {} });
const define = (name, value) =>
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
define('window', window);
for (const name of ['document', 'navigator', 'localStorage']) define(name, window[name]);

let computed = 0;
const { getComputedStyle } = window;
window.getComputedStyle = (...element) => {
  computed += 1;
  return getComputedStyle.apply(window, element);
};
let sheets = 0;
new window.MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) if (node.nodeName === 'STYLE') sheets += 1;
}).observe(window.document, { childList: true, subtree: true });

const { createElement: h } = await import('react');
const { createRoot } = await import('react-dom/client');
const { ThemeProvider, useTheme } = await import('next-themes');

let choose;
function Choice() {
  choose = useTheme().setTheme;
  return null;
}
const options = { attribute: 'class', defaultTheme: 'system', disableTransitionOnChange: true };
createRoot(document.getElementById('root')).render(h(ThemeProvider, options, h(Choice)));
await pause(500);
const theme = () => document.documentElement.className;
console.log(`loaded, ${theme()}: ${sheets} sheets, styles computed ${computed} times`);
[sheets, computed] = [0, 0];
choose('dark');
await pause(500);
console.log(`changed to ${theme()}: ${sheets} sheet, styles computed ${computed} time`);
process.exit(0);
PROGRAM

expected=$(cat <<'SEEN'
loaded, light: 2 sheets, styles computed 2 times
changed to dark: 1 sheet, styles computed 1 time
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: sheets come when the theme does." >&2
  exit 1
fi
