#!/usr/bin/env bash
# A reset that keeps typed values puts a typed price into another row.
#
# Package: react-hook-form 7.92.0, with react and react-dom 19.3.1 and happy-dom 21.0.4.
# Done: A form lists the offers b and c. The user types a price for b. Then the server's newer list
#     arrives, with an offer a before them, by reset(values, { keepDirtyValues: true }).
# Expected: The typed price stays with offer b, the row it was typed in.
# Seen on 2026-11-29: The typed price is now the price of offer a: what is kept is the position in
#     the array, and the rows below moved. Offer b is back to its old price. Nothing is reported.
# Matters: Lists of offers are edited by several people at once. Refreshing a form that way saves a
#     price for another window. Merge the values by key first, and reset without keepDirtyValues.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  react@19.3.1 react-dom@19.3.1 react-hook-form@7.92.0 happy-dom@21.0.4 >/dev/null

cat >program.mjs <<'PROGRAM'
import { Window } from 'happy-dom';

const window = new Window();
for (const name of ['document', 'navigator', 'HTMLElement', 'HTMLInputElement', 'Node', 'Event'])
  globalThis[name] ??= window[name];
globalThis.window = window;
globalThis.document = window.document;
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
const { act, createElement } = await import('react');
const { createRoot } = await import('react-dom/client');
const { useFieldArray, useForm } = await import('react-hook-form');

let form;
function Offers() {
  form = useForm({
    defaultValues: { offers: [{ key: 'b', price: '2.00' }, { key: 'c', price: '3.00' }] },
  });
  const { fields } = useFieldArray({ control: form.control, name: 'offers' });
  void form.formState.dirtyFields;
  const inputs = fields.map((field, i) =>
    createElement('input', { key: field.id, ...form.register(`offers.${i}.price`) }),
  );
  return createElement('form', null, inputs);
}
const show = (when) =>
  console.log(`${when}:`, form.getValues().offers.map((o) => `${o.key}=${o.price}`).join(' '));

const root = createRoot(document.body.appendChild(document.createElement('div')));
await act(async () => root.render(createElement(Offers)));
await act(async () => form.setValue('offers.0.price', '9.99', { shouldDirty: true }));
show('typed');
const newer = [
  { key: 'a', price: '1.00' },
  { key: 'b', price: '2.00' },
  { key: 'c', price: '3.00' },
];
await act(async () => form.reset({ offers: newer }, { keepDirtyValues: true }));
show('after the reset');
await act(async () => root.unmount());
await window.happyDOM.close();
PROGRAM

expected=$(cat <<'SEEN'
typed: b=9.99 c=3.00
after the reset: a=9.99 b=2.00 c=3.00
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: a reset keeps typed values of rows in another way." >&2
  exit 1
fi
