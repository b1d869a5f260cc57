#!/usr/bin/env bash
# A nullable code list, documented with `enum`, refuses null in the OpenAPI document.
#
# Packages: @hono/zod-openapi 1.6.3 (with @asteasolutions/zod-to-openapi 9.1.0), hono 4.13.19, zod 4.6.7, and ajv 8.17.1 as
#     the JSON Schema validator.
# Done: Described how a license ended as a nullable text whose codes stand in its metadata, as one does where the domain
#     checks the codes itself, and beside it as a nullable z.enum. Made the OpenAPI 3.1 document and checked a license that
#     has not ended.
# Expected: Both schemas accept null, as zod does.
# Seen on 2026-11-29: z.enum gets null among its values. The other becomes the types string and null with an enum of the codes
#     alone, so null is of a right type and not a right value.
# Matters: The document contradicts the server. Validating gateways refuse answers, and generated clients have no null. Put null
#     into the metadata, or make the schema an anyOf with null.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  @hono/zod-openapi@1.6.3 @asteasolutions/zod-to-openapi@9.1.0 hono@4.13.19 zod@4.6.7 ajv@8.17.1 >/dev/null

cat >program.mjs <<'PROGRAM'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import Ajv2020 from 'ajv/dist/2020.js';

const codes = ['ended', 'void'];
const License = z.object({
  byMetadata: z.string().meta({ enum: codes }).nullable(),
  byEnum: z.enum(codes).nullable(),
});
const content = { 'application/json': { schema: License } };
const route = createRoute({
  method: 'get',
  path: '/license',
  responses: { 200: { description: 'A license', content } },
});
const app = new OpenAPIHono();
const license = { byMetadata: null, byEnum: null };
app.openapi(route, (context) => context.json(license));

const info = { title: 'Licenses', version: '1' };
const { paths } = app.getOpenAPI31Document({ openapi: '3.1.0', info });
const schema = paths['/license'].get.responses[200].content['application/json'].schema;
console.log('zod accepts null:', License.safeParse(license).success);
for (const [name, property] of Object.entries(schema.properties)) {
  console.log(`${name}:`, JSON.stringify(property));
  console.log('  accepts null:', new Ajv2020.default().validate(property, null));
}
PROGRAM

expected=$(cat <<'SEEN'
zod accepts null: true
byMetadata: {"type":["string","null"],"enum":["ended","void"]}
  accepts null: false
byEnum: {"type":["string","null"],"enum":["ended","void",null]}
  accepts null: true
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: nullable schemas with an enum in their metadata are documented in another way." >&2
  exit 1
fi
