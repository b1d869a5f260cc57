#!/usr/bin/env bash
# Intl refuses language tags that are examples of valid tags in RFC 5646.
#
# Package: Node.js (seen with 20.20.2, ICU 78.2), without packages.
# Done: Passed four language tags of RFC 5646, Appendix A, and the grandfathered tag sgn-BE-FR to
#     Intl.getCanonicalLocales.
# Expected: They are accepted, perhaps in their canonical form (cmn-Hans-CN for zh-cmn-Hans-CN),
#     because BCP 47 is the documented input.
# Seen on 2026-11-29: Every tag with an extended language subtag throws a RangeError that calls it
#     incorrect. So does sgn-BE-FR, which is registered. Intl takes the stricter locale identifiers
#     of Unicode.
# Matters: Avails name languages by RFC 5646, and zh-yue or zh-cmn are the usual way to tell the two
#     Chinese dubs apart. A reader that checks languages with Intl rejects a valid row.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >program.mjs <<'PROGRAM'
for (const tag of ['cmn-Hans-CN', 'zh-cmn-Hans-CN', 'yue-HK', 'zh-yue-HK', 'sgn-BE-FR']) {
  try {
    console.log(`${tag}: ${Intl.getCanonicalLocales(tag)[0]}`);
  } catch (error) {
    console.log(`${tag}: ${error.name}`);
  }
}
PROGRAM

expected=$(cat <<'SEEN'
cmn-Hans-CN: zh-Hans-CN
zh-cmn-Hans-CN: RangeError
yue-HK: yue-HK
zh-yue-HK: RangeError
sgn-BE-FR: RangeError
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: Intl accepts or refuses other language tags." >&2
  exit 1
fi
