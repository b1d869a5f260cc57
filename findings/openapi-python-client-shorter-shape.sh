#!/usr/bin/env bash
# A generated Python client drops a field because it takes the first of two closed shapes.
#
# Package: openapi-python-client 0.29.0.
# Done: Generated a client for an answer that is one of two closed objects (additionalProperties:
#     false): {title} or {title, price}. Let it read {"title": "A", "price": "4.99"} from a
#     transport in memory.
# Expected: The first shape is closed, so the document decides for the second. A generator that
#     cannot decide says so.
# Seen on 2026-11-29: The generated code ignores that the shape is closed and takes the first one
#     whose required fields are there. The price is gone. Generating ends with status 0 and no
#     warning about it.
# Matters: A partner's program sees a title without its price, and no error. An API should give each
#     variant a required discriminating property.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openapi-python-client==0.29.0
cat >api.json <<'API'
{
  "openapi": "3.1.0",
  "info": { "title": "Avails", "version": "1" },
  "paths": { "/avail": { "get": { "operationId": "get_avail", "responses": { "200": {
    "description": "An avail.",
    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Avail" } } }
  } } } } },
  "components": { "schemas": {
    "Avail": { "oneOf": [
      { "$ref": "#/components/schemas/Bare" },
      { "$ref": "#/components/schemas/Priced" }
    ] },
    "Bare": {
      "type": "object", "additionalProperties": false, "required": ["title"],
      "properties": { "title": { "type": "string" } }
    },
    "Priced": {
      "type": "object", "additionalProperties": false, "required": ["title", "price"],
      "properties": { "title": { "type": "string" }, "price": { "type": "string" } }
    }
  } }
}
API
# The formatter is optional; its absence alone would give a warning.
printf 'post_hooks: []\n' >generator.yaml
venv/bin/openapi-python-client generate --path api.json --config generator.yaml \
  --meta none --output-path avails_client >/dev/null

cat >program.py <<'PROGRAM'
import httpx

from avails_client.api.default import get_avail
from avails_client.client import Client

answer = {"title": "A", "price": "4.99"}
transport = httpx.MockTransport(lambda request: httpx.Response(200, json=answer))
client = Client(base_url="http://avails.example")
client.set_httpx_client(httpx.Client(base_url="http://avails.example", transport=transport))
print("sent:", answer)
print("read:", get_avail.sync(client=client))
PROGRAM

expected=$(cat <<'SEEN'
sent: {'title': 'A', 'price': '4.99'}
read: Bare(title='A')
SEEN
)

seen=$(venv/bin/python program.py) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: the generator chooses between closed shapes in another way." >&2
  exit 1
fi
