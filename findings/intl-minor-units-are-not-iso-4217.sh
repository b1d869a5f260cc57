#!/usr/bin/env bash
# The digits that Intl gives a currency are not the minor units of ISO 4217.
#
# Package: Node.js (seen with 20.20.2, ICU 78.2), with currency-codes 2.2.0 as the copy of ISO 4217.
# Done: Compared maximumFractionDigits of Intl.NumberFormat with the minor units of ISO 4217 for
#     four currencies, and formatted a price in Hungarian forint.
# Expected: They agree, as ECMA-402 (CurrencyDigits) required until 2024, and as reference pages
#     still say.
# Seen on 2026-11-29: They differ for many active currencies, and rounding follows: 1990.50 HUF
#     shows as 1,991. ECMA-402 now leaves the digits to the implementation, and CLDR 48 took them
#     from HUF, COP, IDR and PKR, so an update of Node.js changes how stored prices show.
# Matters: Converting an amount of an avails file into minor units by the digits of Intl is off by a
#     factor of 100 or 1000, and a price on the screen is not the price in the contract. Take minor
#     units from ISO 4217.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  currency-codes@2.2.0 >/dev/null

cat >program.mjs <<'PROGRAM'
import currencies from 'currency-codes';

const format = (currency) => new Intl.NumberFormat('en', { style: 'currency', currency });
for (const code of ['EUR', 'HUF', 'IDR', 'IQD']) {
  const digits = format(code).resolvedOptions().maximumFractionDigits;
  console.log(`${code}: ISO 4217 ${currencies.code(code).digits}, Intl ${digits}`);
}
console.log('1990.50 HUF shows as', format('HUF').format(1990.5).replace(/\s/g, ' '));
PROGRAM

expected=$(cat <<'SEEN'
EUR: ISO 4217 2, Intl 2
HUF: ISO 4217 2, Intl 0
IDR: ISO 4217 2, Intl 0
IQD: ISO 4217 3, Intl 0
1990.50 HUF shows as HUF 1,991
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: Intl gives these currencies other digits." >&2
  exit 1
fi
