#!/usr/bin/env bash
# A scroll of the page takes back what was typed into a combo box that still has the focus.
#
# Package: react-aria-components 1.22.1, with react 19.3.1 (and jsdom 26.1.0 as the browser).
# Done: Typed into a ComboBox that has one title chosen, so that its list opened; then the page
#     scrolled, as it does when an answer above the field arrives or a phone shows its keyboard.
# Expected: The list closes or moves. The text stays: the field has the focus, nothing was chosen.
# Seen on 2026-11-29: The scroll closes the list, closing commits, and committing without a choice
#     puts the text of the former choice back. The focus never left the field.
# Matters: People type a title while earlier answers are still arriving; the page moves by a line,
#     and the search goes on with the former title. Keep the typed text oneself, and ignore what a
#     closing list says while the page scrolls.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  react@19.3.1 react-dom@19.3.1 react-aria-components@1.22.1 jsdom@26.1.0 >/dev/null

cat >program.mjs <<'PROGRAM'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
const names = [
  ...['CustomEvent', 'DocumentFragment', 'Element', 'Event', 'FocusEvent', 'HTMLButtonElement'],
  ...['HTMLElement', 'HTMLInputElement', 'HTMLTextAreaElement', 'InputEvent', 'KeyboardEvent'],
  ...['MouseEvent', 'MutationObserver', 'Node', 'NodeFilter', 'PointerEvent', 'SVGElement'],
  ...['cancelAnimationFrame', 'document', 'getComputedStyle', 'navigator', 'requestAnimationFrame'],
];
const define = (name, value) =>
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
for (const name of names) define(name, window[name]);
define('window', window);
define('CSS', { escape: (text) => text });
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
define('ResizeObserver', window.ResizeObserver);
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const { act, createElement: h } = await import('react');
const { createRoot } = await import('react-dom/client');
const { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } = await import(
  'react-aria-components'
);

const titles = [
  { id: 'north', name: 'North Wind' },
  { id: 'south', name: 'South Wind' },
];
const list = h(ListBox, null, ({ id, name }) => h(ListBoxItem, { id }, name));
const field = h(
  ComboBox,
  { defaultItems: titles, defaultSelectedKey: 'north' },
  h(Label, null, 'Title'),
  h(Input),
  h(Popover, null, list),
);
const host = document.body.appendChild(document.createElement('div'));
const root = createRoot(host);
await act(async () => root.render(field));
const input = host.querySelector('input');
const tell = (when) => {
  const isOpen = input.getAttribute('aria-expanded') === 'true';
  const has = document.activeElement === input ? 'has' : 'lost';
  console.log(`${when}: ${input.value}, list ${isOpen ? 'open' : 'closed'}, ${has} the focus`);
};

await act(async () => input.focus());
tell('focused');
const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
await act(async () => {
  set.call(input, 'South');
  input.dispatchEvent(new Event('input', { bubbles: true }));
});
tell('typed');
await act(async () => document.dispatchEvent(new Event('scroll', { bubbles: true })));
tell('scrolled');
process.exit(0);
PROGRAM

expected=$(cat <<'SEEN'
focused: North Wind, list closed, has the focus
typed: South, list open, has the focus
scrolled: North Wind, list closed, has the focus
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: a scroll treats typed text in another way." >&2
  exit 1
fi
