import { describe, expect, it } from 'vitest';
import type { CommandKind } from '../../../../src/service/commands/commands';
import { COMMANDS } from '../../../../src/service/commands/commands';
import { placeOf, valueAt } from '../../../../src/service/commands/refused-part';
import { OfferGone } from '../../../../src/domain/license/license-errors';
import { Offer } from '../../../../src/domain/license/offer';
import { onePrice } from '../../../../src/domain/license/price-list';
import { NotFound } from '../../../../src/service/errors';

const WINDOW = { startsOn: '2027-01-01', endsOn: '2027-02-01' };
const PRICES = onePrice({ minor: 499, currency: 'USD' });
const OFFER = { name: 'A', prices: PRICES, window: WINDOW, devices: ['tv'] };
const LATER = { ...OFFER, window: { startsOn: '2027-03-01', endsOn: '2027-04-01' } };
const TERMS = { rightsType: 'tvod', territories: ['US'], devices: ['tv'], window: WINDOW };
const DETAILS = { name: 'L', notes: '', terms: TERMS };
const ON_LICENSE = { licenseId: 'license', expectedVersion: 3 };
const ON_TITLE = { contentId: 'title', expectedVersion: 3 };
const CHOSEN = { licenseId: 'license', offer: OFFER };
const TITLE = {
  ...{ title: 'T', kind: 'movie', studio: 'S', releaseYear: null, parentId: 'parent' },
  ...{ position: null, identifiers: [], notes: '' },
};

/** A command of each kind and shape that has parts. */
const INPUTS: readonly (readonly [CommandKind, object])[] = [
  ['grant-license', { licenseId: 'license', contractId: 'contract', details: DETAILS }],
  ['generate-offers', { ...ON_LICENSE, plan: { kind: 'at', offers: [OFFER, LATER] } }],
  [
    'generate-offers',
    { ...ON_LICENSE, plan: { kind: 'first-free', offer: OFFER, days: 9, onOrAfter: '2027-01-01' } },
  ],
  [
    'generate-offers',
    {
      ...ON_LICENSE,
      plan: {
        ...{ kind: 'ladder', start: '2027-01-01', devices: ['tv'] },
        steps: [{ name: 'A', prices: PRICES, days: 31 }],
      },
    },
  ],
  [
    'generate-offers',
    {
      ...ON_LICENSE,
      plan: {
        ...{ kind: 'price-plan', pricePlanId: 'plan', revision: 2 },
        ...{ start: '2027-01-01', devices: ['tv'] },
      },
    },
  ],
  [
    'revise-price-plan',
    {
      ...{ pricePlanId: 'plan', revision: 2, name: 'P' },
      steps: [{ name: 'A', prices: PRICES, months: 1 }],
    },
  ],
  ['replace-offer', { ...ON_LICENSE, before: OFFER, after: LATER }],
  ['withdraw-offers', { ...ON_LICENSE, offers: [LATER, OFFER] }],
  ['amend-license', { ...ON_LICENSE, details: DETAILS }],
  ['apply-change', { ...ON_LICENSE, change: { kind: 'offers-withdrawn', offers: [OFFER] } }],
  [
    'apply-change',
    { ...ON_LICENSE, change: { kind: 'license-amended', before: DETAILS, after: DETAILS } },
  ],
  ['register-title', { contentId: 'title', details: TITLE, first: CHOSEN }],
  ['correct-title', { ...ON_TITLE, details: TITLE }],
  ['assign-offer', { ...ON_TITLE, chosen: CHOSEN }],
  [
    'move-assignment',
    { ...ON_TITLE, from: { licenseId: 'other', startsOn: '2027-01-01' }, to: CHOSEN },
  ],
  ['unassign-offer', { ...ON_TITLE, assignment: { licenseId: 'license', startsOn: '2027-01-01' } }],
  ['assign-titles', { chosen: CHOSEN, titles: [{ contentId: 'title', expectedVersion: 1 }] }],
  ['try-assigning', { chosen: CHOSEN, contentIds: ['title'] }],
  [
    'try-unassigning',
    { assignment: { licenseId: 'license', startsOn: '2027-01-01' }, contentIds: ['title'] },
  ],
  [
    'record-contract',
    {
      contractId: 'contract',
      details: { studio: 'S', reference: 'R', signedOn: '2026-01-01', notes: '' },
      licenses: [{ licenseId: 'license', details: DETAILS, offers: [LATER, OFFER] }],
    },
  ],
];

function partsOf(kind: CommandKind, input: object) {
  return COMMANDS[kind].parts?.(input as never) ?? [];
}

describe('the parts of a command that a refusal can be about', () => {
  it.each(INPUTS)('are where they say they are in the input: %s %o', (kind, input) => {
    const parts = partsOf(kind, input);
    expect(parts.length).toBeGreaterThan(0);
    for (const { at, value } of parts) expect(valueAt(input, at)).toBe(value);
  });

  it.each([
    ['generate-offers', ['plan', 'offers', 0]],
    ['generate-offers', ['plan', 'steps', 0]],
    ['replace-offer', ['before']],
    ['withdraw-offers', ['offers', 1]],
    ['apply-change', ['change', 'offers', 0]],
    ['register-title', ['first', 'offer']],
    ['assign-titles', ['chosen', 'offer']],
    ['record-contract', ['licenses', 0, 'offers', 1]],
  ])('name the offer that a rule refuses: %s %o', (kind, place) => {
    const gone = new OfferGone(Offer.of(OFFER));
    const found = INPUTS.filter(([one]) => one === kind).map(([one, input]) =>
      placeOf(gone, input, partsOf(one, input)),
    );
    expect(found).toContainEqual(place);
  });

  it.each([
    ['grant-license', 'contract', ['contractId']],
    ['register-title', 'parent', ['details', 'parentId']],
    ['assign-offer', 'license', ['chosen', 'licenseId']],
    ['move-assignment', 'other', ['from', 'licenseId']],
    ['assign-titles', 'title', ['titles', 0, 'contentId']],
    ['amend-license', 'nothing that was sent', null],
  ] as const)('name the id of what is not there: %s %s', (kind, id, place) => {
    const missing = new NotFound('license', id);
    const [found] = INPUTS.filter(([one]) => one === kind).map(([one, input]) =>
      placeOf(missing, input, partsOf(one, input)),
    );
    expect(found).toEqual(place);
  });
});
