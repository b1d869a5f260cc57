/** Why something is refused: every code there is, with the status it is answered by and what it means to a program. */
export const PROBLEMS = {
  malformed: [
    400,
    'Not readable',
    'The body is not JSON in UTF-8, or the address is not percent-encoded UTF-8.',
  ],
  'idempotency-key-required': [
    400,
    'No Idempotency-Key',
    'Every change names its intent by an Idempotency-Key, a UUID of your own.',
  ],
  'no-token': [
    401,
    'No token',
    'There is no bearer token, or it was never made, was revoked or has expired.',
  ],
  'role-too-low': [403, 'Role too low', 'Viewers read; only editors and admins change something.'],
  'foreign-origin': [
    403,
    'Foreign origin',
    'A page of another site sent this. Programs do not send Origin.',
  ],
  'not-found': [404, 'Not found', 'There is no such thing.'],
  'method-not-allowed': [
    405,
    'Method not allowed',
    'The address exists, and does not take this method. Allow lists those it takes.',
  ],
  'version-ahead': [
    412,
    'No such version',
    'If-Match names a version that has not happened. Read it again.',
  ],
  'no-version': [
    412,
    'No version',
    'If-Match holds an ETag that no version ever has; a weak one (W/"8") never matches either.',
  ],
  stale: [
    412,
    'Stale',
    'Somebody saved first. Nothing was changed; what happened since, and what your change would mean now, is told.',
  ],
  'import-moved': [
    409,
    'Import moved on',
    'The import is not in a state in which this can be decided, or was checked again (then 412). Read it again.',
  ],
  'file-too-large': [413, 'File too large', 'A workbook has at most 5 MB.'],
  'body-too-large': [
    413,
    'Body too large',
    'A body has at most 256 kB, an upload a little over 5 MB.',
  ],
  'unsupported-media-type': [
    415,
    'Unsupported media type',
    'Bodies are JSON (Content-Type: application/json), workbooks are .xlsx or multipart/form-data.',
  ],
  'invalid-input': [
    422,
    'Not valid',
    'Something in the body, the path or the query is not valid; each is told with where it stands.',
  ],
  'invalid-if-match': [
    422,
    'If-Match not readable',
    'If-Match holds one ETag, such as "8": neither a list nor *.',
  ],
  'key-reused': [
    422,
    'Key used before',
    'The Idempotency-Key was used for something else, or by somebody else.',
  ],
  'if-match-required': [
    428,
    'If-Match required',
    'A change names the version it was made against: send the ETag you read as If-Match.',
  ],
  'too-many-requests': [429, 'Too many requests', 'Wait as many seconds as Retry-After says.'],
  busy: [
    503,
    'Busy',
    'Nothing was changed. Repeat it with the same Idempotency-Key after Retry-After.',
  ],
  'outcome-unknown': [
    503,
    'Outcome unknown',
    'It may have been done or not. Repeat it with the same Idempotency-Key: you get the one true answer.',
  ],
  internal: [500, 'Our mistake', 'This should not happen. The operator finds it in the log.'],

  'offer-outside-license': [
    409,
    'Outside the license (L2)',
    'An offer’s window lies inside its license’s.',
  ],
  'offer-overlap': [
    409,
    'Offers overlap (L3)',
    'No two offers of a license overlap; touching is fine.',
  ],
  'no-free-slot': [409, 'No free slot', 'No free slot is as long as wanted.'],
  'devices-not-licensed': [
    409,
    'Devices not licensed (L4)',
    'An offer goes to devices of its license.',
  ],
  'offer-gone': [
    409,
    'Offer gone (L5, C3)',
    'The license does not have this offer, or not any more.',
  ],
  'offers-stranded': [409, 'Offers stranded (L6)', 'Amended terms would not hold every offer.'],
  'nothing-to-undo': [409, 'Nothing to undo', 'The granting of a license cannot be undone.'],
  'undo-out-of-order': [
    409,
    'Undo out of order',
    'A change is undone only after every later change was taken back.',
  ],
  'last-assignment': [409, 'Last assignment (C1)', 'A title always has at least one offer.'],
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
    'The title does not have this offer, or not any more.',
  ],
  'already-assigned': [409, 'Already assigned', 'The title has this offer already.'],
  'kind-fixed': [409, 'Kind is fixed', 'The kind of a title cannot be changed.'],
  'identifier-taken': [409, 'Identifier taken', 'Another title has this identifier.'],
  'contract-reference-taken': [409, 'Reference taken', 'The studio has a contract of this number.'],
  'nothing-to-commit': [
    409,
    'Nothing to commit',
    'Every row is stored already, or stopped by an error.',
  ],

  'invalid-text': [
    422,
    'Text not valid',
    'A text is empty, too long, or has characters that cannot be shown.',
  ],
  'invalid-date': [422, 'No such day', 'Days are YYYY-MM-DD, from 1900 to 9999.'],
  'invalid-window': [422, 'Window not valid (L1)', 'A window’s end is after its start.'],
  'last-day-too-late': [422, 'Too late', 'Where there is no end, it is null.'],
  'invalid-length': [422, 'Length not valid', 'A length is 1 to 36,500 days.'],
  'empty-ladder': [422, 'Ladder not valid', 'A price ladder has 1 to 100 steps.'],
  'invalid-devices': [422, 'Devices not valid', 'At least one device, of those we know.'],
  'invalid-territories': [
    422,
    'Territories not valid',
    'At least one territory, by its ISO 3166-1 alpha-2 code.',
  ],
  'invalid-rights-type': [422, 'Rights type not valid', 'One of the rights types we know.'],
  'unknown-currency': [422, 'Unknown currency', 'A currency is an ISO 4217 code.'],
  'invalid-price': [422, 'Price not valid', 'A price is a whole number of minor units.'],
  'negative-price': [422, 'Price below zero', 'A price is zero or more.'],
  'price-too-fine': [422, 'Price too fine', 'A price has no more digits than its currency.'],
  'price-too-large': [422, 'Price too large', 'A price is at most 2,147,483,647 minor units.'],
  'invalid-content-kind': [422, 'Kind not valid', 'One of the kinds of titles we know.'],
  'invalid-number': [422, 'Number not valid', 'A number is outside what it can be.'],
  'parent-missing': [422, 'Parent missing', 'A season or an episode belongs to something.'],
  'parent-unfit': [
    422,
    'Parent unfit',
    'A title of this kind cannot belong to a title of that kind.',
  ],
  'invalid-identifier': [
    422,
    'Identifier not valid',
    'An identifier is not spelled as its scheme says.',
  ],
  'too-many-identifiers': [422, 'Too many identifiers', 'A title has at most 20 identifiers.'],
  'too-many-titles': [422, 'Too many titles', 'One command assigns to 1 to 1,000 titles.'],
  'too-many-chosen': [422, 'Too many chosen', 'At most 1,000 can be chosen one by one.'],
  'not-a-workbook': [422, 'No workbook', 'An upload is an Excel workbook (.xlsx).'],
} as const satisfies Record<string, readonly [status: number, title: string, words: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
