#!/usr/bin/env bash
# The order of two properties decides whether null is valid everywhere in the OpenAPI document.
#
# Package: @hono/zod-openapi 1.6.3, with hono 4.13.19 and zod 4.6.7.
# Done: Described an offer with a price (Money) and a floor price (Money or null) twice; the two
#     descriptions differ only in the order of the properties. Money is a named component.
# Expected: Both documents say the same: price is Money, floor is Money or null.
# Seen on 2026-11-29: With price first, floor is "Money and (object or null)", so null is invalid.
#     With floor first, the component Money itself becomes "object or null", so null is valid for
#     the price, too. Both documents are wrong, each in its own way.
# Matters: Partners generate clients from the document. Sorting properties alphabetically changes
#     the types of every price in them.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  @hono/zod-openapi@1.6.3 hono@4.13.19 zod@4.6.7 >/dev/null

cat >program.mjs <<'PROGRAM'
import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi';

function describe(propertiesOf) {
  const money = z.object({ amount: z.string() }).openapi('Money');
  const offer = z.object(propertiesOf(money)).openapi('Offer');
  const content = { 'application/json': { schema: offer } };
  const responses = { 200: { description: 'The offer.', content } };
  const app = new OpenAPIHono();
  app.openapi(createRoute({ method: 'get', path: '/offer', responses }), (c) => c.json({}));
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Offers', version: '1' },
  });
  const { Money, Offer } = document.components.schemas;
  console.log('  Money is', JSON.stringify(Money.type));
  console.log('  floor is', JSON.stringify(Offer.properties.floor));
}
console.log('price first');
describe((money) => ({ price: money, floor: money.nullable() }));
console.log('floor first');
describe((money) => ({ floor: money.nullable(), price: money }));
PROGRAM

expected=$(cat <<'SEEN'
price first
  Money is "object"
  floor is {"allOf":[{"$ref":"#/components/schemas/Money"},{"type":["object","null"]}]}
floor first
  Money is ["object","null"]
  floor is {"$ref":"#/components/schemas/Money"}
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: nullable components are described in another way." >&2
  exit 1
fi
