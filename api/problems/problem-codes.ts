// A little over 300 lines: one table, which a program's author reads from top to bottom.

/** Why something is refused: every code there is, with the status it is answered by and what it means to a program. */
export const PROBLEMS = {
  malformed: [
    400,
    'Malformed request',
    'The body is not JSON in UTF-8, or the address is not percent-encoded UTF-8.',
  ],
  'idempotency-key-required': [
    400,
    'No Idempotency-Key',
    'Changes require an Idempotency-Key header: a UUID that identifies the change.',
  ],
  'no-token': [401, 'No token', 'The bearer token is missing, unknown, revoked or expired.'],
  'role-too-low': [
    403,
    'Role too low',
    'Viewers can only read. Changes require the role editor or admin.',
  ],
  'foreign-origin': [
    403,
    'Cross-origin request',
    'The Origin header names another site. API clients do not send Origin.',
  ],
  'not-found': [404, 'Not found', 'The resource does not exist.'],
  'method-not-allowed': [
    405,
    'Method not allowed',
    'The resource does not support this method. Allow lists the methods it supports.',
  ],
  'version-ahead': [
    412,
    'No such version',
    'If-Match names a version that does not exist yet. Read the resource again.',
  ],
  'no-version': [
    412,
    'No version',
    'The ETag in If-Match does not belong to any version. A weak ETag (W/"8") never matches.',
  ],
  stale: [
    412,
    'Stale',
    'A newer version was saved first, and nothing was changed. The response lists the changes since and the effect of your change on the latest version.',
  ],
  'import-moved': [
    409,
    'Import state changed',
    'The state of the import does not allow this (409), or the import was checked again (412). Read it again.',
  ],
  'file-too-large': [413, 'File too large', 'The maximum size of a workbook is 5 MB.'],
  'body-too-large': [
    413,
    'Body too large',
    'The maximum size of a body is 256 kB; of an upload, slightly over 5 MB.',
  ],
  'unsupported-media-type': [
    415,
    'Unsupported media type',
    'Bodies are JSON (Content-Type: application/json), workbooks are .xlsx or multipart/form-data.',
  ],
  'invalid-input': [
    422,
    'Not valid',
    'A part of the body, the path or the query is not valid. `errors` lists each of them with its location.',
  ],
  'invalid-if-match': [
    422,
    'If-Match not valid',
    'If-Match takes one ETag, such as "8". Lists and * are not supported.',
  ],
  'key-reused': [
    422,
    'Idempotency-Key reused',
    'The Idempotency-Key was already used for a different request or by another caller.',
  ],
  'if-match-required': [
    428,
    'If-Match required',
    'A change names its base version. Send the ETag you read as If-Match.',
  ],
  'too-many-requests': [429, 'Too many requests', 'Wait for the seconds in Retry-After.'],
  busy: [
    503,
    'Busy',
    'Nothing was changed. Retry with the same Idempotency-Key after Retry-After.',
  ],
  'outcome-unknown': [
    503,
    'Outcome unknown',
    'The change may or may not have been saved. Retry with the same Idempotency-Key to get the definite result.',
  ],
  internal: [
    500,
    'Internal error',
    'An unexpected error occurred. The log of the server has the details.',
  ],

  'offer-outside-license': [
    409,
    'Outside the license (L2)',
    'The window of an offer must lie within the window of its license.',
  ],
  'offer-overlap': [
    409,
    'Offers overlap (L3)',
    'Offers of a license cannot overlap. They may be adjacent.',
  ],
  'no-free-slot': [409, 'No free slot', 'No free slot is long enough.'],
  'devices-not-licensed': [
    409,
    'Devices not licensed (L4)',
    'An offer can only use devices of its license.',
  ],
  'formats-not-licensed': [
    409,
    'Formats not licensed (L4)',
    'An offer can only have prices for formats of its license.',
  ],
  'offer-gone': [
    409,
    'Offer gone (L5, C3)',
    'The license does not have this offer, or no longer has it.',
  ],
  'offers-crossed': [
    409,
    'Offers crossed (L3)',
    'One change cannot let offers take each other’s days. Move one of them first.',
  ],
  'offer-named-twice': [
    409,
    'Offer named twice (L5)',
    'One change takes an offer away twice, or lets one that takes titles along begin where another begins.',
  ],
  'offers-changed-too': [
    409,
    'Offers changed meanwhile (L5)',
    'Somebody else has changed offers that a rearrangement was made for.',
  ],
  'offers-stranded': [409, 'Offers stranded (L6)', 'Some offers would not fit the amended terms.'],
  'nothing-to-undo': [
    409,
    'Nothing to undo',
    'Granting a license and recording a price table cannot be undone.',
  ],
  'undo-out-of-order': [
    409,
    'Undo out of order',
    'A change can be undone only after every later change is undone.',
  ],
  'changed-since': [
    409,
    'Changed since',
    'Some of what one command changed has changed since, so that it cannot be undone together. `changed` lists it.',
  ],
  'license-twin': [
    409,
    'Granted already',
    'The contract has a license with the same rights. Send ifTwin=grant to grant it again.',
  ],
  'already-closed': [409, 'Closed already (L8)', 'The license has ended or is void.'],
  'ends-before-start': [409, 'Ends before it starts', 'A license cannot end before its first day.'],
  'end-not-earlier': [
    409,
    'Not an earlier end',
    'Ending a license makes it end earlier. A later end is an amendment.',
  ],
  'license-end-fixed': [
    409,
    'End is fixed (L8)',
    'The last day of an ended license changes only when its end is undone.',
  ],
  'license-void': [
    409,
    'License is void (L8)',
    'A void license has no offers and does not change.',
  ],
  'not-closed-so': [409, 'Closed otherwise', 'The license is not closed in the way to be undone.'],
  'too-many-licenses': [422, 'Too many licenses', 'One command changes 1 to 1,000 licenses.'],
  'too-many-offers': [
    422,
    'Too many offers',
    'One bulk change is of at most 10,000 offers, one copy of 5,000.',
  ],
  'licenses-blocked': [
    409,
    'Licenses blocked',
    'Rules stand against some licenses of a bulk change; `blocked` names them and why. Nothing was changed.',
  ],
  'no-hundredths': [422, 'No hundredths', 'The currency has no hundredths to end a price in.'],
  'other-currency': [409, 'Other currency', 'A change by an amount is of prices in its currency.'],
  'change-too-large': [422, 'Change too large', 'A price changes by at most 1,000 %.'],
  'invalid-shift': [
    422,
    'Shift not valid',
    'Offers shift by 1 to 3,660 days, and copies by as many days or 1 to 120 months, earlier or later.',
  ],
  'offer-begins-later': [409, 'Begins later', 'The offer begins after the day that it is to end.'],
  'no-offer-on-day': [422, 'No such offer', 'No offer of the license begins on that day.'],
  'no-day-left': [
    409,
    'No day left',
    'The offer is at the end of a month that a shorter one follows.',
  ],
  'shifted-out': [409, 'Outside the license', 'No day of the offer would lie in its license.'],
  'end-not-later': [409, 'End not later', 'An extension ends a license later than it ends now.'],
  'title-closed': [409, 'Title is closed (C1)', 'The title is retired or void and has no offers.'],
  'title-in-catalog': [409, 'In the catalog', 'The title is in the catalog already.'],
  'no-rights-there': [
    409,
    'No rights there',
    'The title has no license for a territory or rights type that the takedown names.',
  ],
  'no-rights-type-chosen': [
    422,
    'No rights type',
    'A takedown names at least one rights type, or all of them.',
  ],
  'taken-down-already': [
    409,
    'Already taken down',
    'Another takedown of the title covers the same places from the same day or before.',
  ],
  'takedown-gone': [
    409,
    'Takedown gone',
    'The title has no such takedown, or has been brought back from it.',
  ],
  'last-assignment': [409, 'Last assignment (C1)', 'A title needs at least one offer.'],
  'titles-stranded': [409, 'Titles stranded (C1)', 'Titles would be left without any offer.'],
  'offer-clash': [409, 'Offers clash (C2)', 'A title would have two prices at once.'],
  'titles-clash': [
    409,
    'Titles clash (C2)',
    'Titles of the license would have two prices at once.',
  ],
  'assignment-gone': [
    409,
    'Assignment gone',
    'The title does not have this offer, or no longer has it.',
  ],
  'already-assigned': [409, 'Already assigned', 'The title already has this offer.'],
  'kind-fixed': [409, 'Kind is fixed', 'The kind of a title cannot be changed.'],
  'identifier-taken': [409, 'Identifier taken', 'Another title has this identifier.'],
  'contract-reference-taken': [
    409,
    'Reference taken',
    'The studio already has a contract with this reference number.',
  ],
  'price-table-exists': [409, 'Price table exists', 'The studio already has a price table.'],
  'no-such-price-day': [409, 'No such day', 'No price of the table changes on this day.'],
  'contract-void': [
    409,
    'Contract is void',
    'A void contract does not change, and no license is granted or brought back under it.',
  ],
  'contract-not-void': [409, 'Contract is not void', 'Only a void contract can be brought back.'],
  'licenses-in-use': [
    409,
    'Licenses in use',
    'A contract becomes void only together with its licenses that are not void.',
  ],
  'nothing-to-commit': [
    409,
    'Nothing to commit',
    'Every row is already stored, is left out or has an error.',
  ],
  'receiver-taken': [409, 'Receiver taken', 'Another profile has this name.'],
  'receiver-changed': [
    409,
    'Receiver changed',
    'The profile is of another revision than the one in the request. Read it again.',
  ],
  'not-to-be-left-out': [
    409,
    'Cannot be left out',
    'The review has no such change, or something stands against it.',
  ],

  'invalid-text': [422, 'Text not valid', 'A text is empty, too long or has invalid characters.'],
  'invalid-date': [
    422,
    'Date not valid',
    'Dates have the form YYYY-MM-DD and range from 1900 to 9999.',
  ],
  'invalid-window': [422, 'Window not valid (L1)', 'The end of a window must be after its start.'],
  'last-day-too-late': [422, 'Last day too late', 'Send null for a window without an end.'],
  'invalid-length': [422, 'Length not valid', 'A length is 1 to 36,500 days.'],
  'empty-ladder': [422, 'Ladder not valid', 'A price ladder has 1 to 100 steps.'],
  'invalid-devices': [422, 'Devices not valid', 'Send at least one known device.'],
  'invalid-formats': [422, 'Formats not valid', 'Send at least one known format, or null for all.'],
  'invalid-languages': [
    422,
    'Languages not valid',
    'Send language tags of BCP 47 such as fr or es-419, or null for all.',
  ],
  'held-back-languages': [
    422,
    'Languages held back not valid',
    'Hold back only languages that are allowed, and leave something of each.',
  ],
  'invalid-territories': [
    422,
    'Territories not valid',
    'Send at least one ISO 3166-1 alpha-2 code.',
  ],
  'invalid-rights-type': [422, 'Rights type not valid', 'Send a known rights type.'],
  'invalid-price-kind': [422, 'Kind of price not valid', 'Send a known kind of price.'],
  'no-prices': [422, 'No prices', 'A price table is recorded with at least one price.'],
  'too-many-prices': [
    422,
    'Too many prices',
    'One change sets at most 5,000 prices; a table has at most 20,000.',
  ],
  'price-given-twice': [422, 'Price given twice', 'Send one price for a cell and a day.'],
  'unknown-currency': [422, 'Unknown currency', 'A currency is an ISO 4217 code.'],
  'invalid-price': [422, 'Price not valid', 'A price is a whole number of minor units.'],
  'no-price': [422, 'No price', 'An offer has at least one price.'],
  'amount-or-tier': [422, 'Price not valid', 'A price is either an amount or a tier.'],
  'price-for-all': [
    422,
    'Price not valid',
    'A price for all formats is the only price of its offer.',
  ],
  'format-twice': [422, 'Format twice', 'A format has one price in an offer.'],
  'several-currencies': [422, 'Several currencies', 'All prices of an offer are in one currency.'],
  'negative-price': [422, 'Price below zero', 'A price is zero or more.'],
  'price-too-fine': [422, 'Price too fine', 'A price cannot have more decimals than its currency.'],
  'price-too-large': [422, 'Price too large', 'A price is at most 2,147,483,647 minor units.'],
  'invalid-content-kind': [422, 'Kind not valid', 'Send a known kind of title.'],
  'invalid-number': [422, 'Number not valid', 'A number is outside its range.'],
  'parent-missing': [422, 'Parent missing', 'A season or an episode needs a parent.'],
  'parent-unfit': [
    422,
    'Parent not allowed',
    'A title of this kind cannot belong to a title of that kind.',
  ],
  'invalid-identifier': [
    422,
    'Identifier not valid',
    'An identifier does not follow the format of its scheme.',
  ],
  'too-many-identifiers': [422, 'Too many identifiers', 'A title has at most 20 identifiers.'],
  'too-many-titles': [
    422,
    'Too many titles',
    'A request can assign an offer to 1 to 1,000 titles.',
  ],
  'unwritable-columns': [
    422,
    'Columns not valid',
    'There is no such column, or the standard requires it.',
  ],
  'too-many-chosen': [422, 'Too many selected', 'At most 1,000 ids can be sent.'],
  'not-a-workbook': [422, 'Not a workbook', 'An upload must be an Excel workbook (.xlsx).'],
} as const satisfies Record<string, readonly [status: number, title: string, words: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
