#!/usr/bin/env bash
# A list of React Aria tells its items apart by the id of the element that stands in the list.
#
# Package: react-aria-components 1.22.1, with react 19.3.1 (and jsdom 26.1.0 as the browser).
# Done: Showed two studios in a ListBox with `items`, then three, the new one first. Each item is
#     made by a component of our own, which gives its ListBoxItem the studio's code as `id`.
# Expected: Three studios, as when the ListBoxItem stands in the list itself.
# Seen on 2026-11-29: The list throws "Cannot change the id of an item" when the items change, and
#     everything up to the next error boundary is gone. The list reads `id` from the props of the
#     element in the list, not of the ListBoxItem inside: without it, it counts, and the item that
#     was first finds itself in another place. The first rendering is right either way.
# Matters: A studio that somebody else records while a page is open ends that page for everybody
#     who has the list on it. Give `id` to the component of one's own, too.
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

const { Component, act, createElement: h } = await import('react');
const { createRoot } = await import('react-dom/client');
const { ListBox, ListBoxItem } = await import('react-aria-components');

class Boundary extends Component {
  state = { error: null };
  static getDerivedStateFromError(error) {
    return { error };
  }
  render() {
    const { error } = this.state;
    return error === null ? this.props.children : h('p', null, 'Error: ', error.message);
  }
}

const Studio = ({ studio }) => h(ListBoxItem, { id: studio.code, textValue: studio.code }, studio.code);

async function show(what, renderItem) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host, { onCaughtError() {} });
  const render = (codes) => {
    const items = codes.map((code) => ({ code }));
    const list = h(ListBox, { 'aria-label': 'Studios', items }, renderItem);
    return act(async () => root.render(h(Boundary, null, list)));
  };
  await render(['BETA', 'GAMMA']);
  const before = host.textContent;
  await render(['ALPHA', 'BETA', 'GAMMA']);
  console.log(`${what}: ${before}, then ${host.textContent}`);
}

await show('ListBoxItem', (studio) => h(ListBoxItem, { id: studio.code }, studio.code));
await show('own component', (studio) => h(Studio, { studio }));
await show('own component with id', (studio) => h(Studio, { id: studio.code, studio }));
process.exit(0);
PROGRAM

expected=$(cat <<'SEEN'
ListBoxItem: BETAGAMMA, then ALPHABETAGAMMA
own component: BETAGAMMA, then Error: Cannot change the id of an item
own component with id: BETAGAMMA, then ALPHABETAGAMMA
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: the list tells items apart in another way." >&2
  exit 1
fi
