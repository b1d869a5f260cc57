import { UNRESTRICTED } from '../../../src/domain/license/terms';
import { typedFurtherTerms } from '@/licenses/typed-further-terms';
import { describe, expect, it } from 'vitest';
import type { FormInput, FormKind } from '../../../src/wire/forms/forms';
import { DomainError } from '../../../src/domain/errors';
import { COMMANDS } from '../../../src/service/commands/commands';
import { placeOf, valueAt } from '../../../src/service/commands/refused-part';
import { FORMS } from '../../../src/wire/forms/forms';
import { typedPlace } from '../../../src/wire/forms/typed-place';
import { onePrice } from '../../../src/domain/license/price-list';

const LICENSE = '00000000-0000-4000-8000-000000000001';
const TITLE = '00000000-0000-4000-8000-000000000002';
const CONTRACT = '00000000-0000-4000-8000-000000000003';
const DAYS = { firstDay: '2027-01-01', lastDay: '2027-01-31' };
const PRICES = { currency: 'USD', prices: [{ format: '', kind: 'WSP', price: '4.99' }] };
const OFFER = { name: 'A', ...PRICES, ...DAYS, devices: ['tv'] };
const LATER = { ...OFFER, firstDay: '2027-03-01', lastDay: 'open' };
const { firstDay: _, lastDay: __, ...ANYWHERE } = OFFER;
const TERMS = { rightsType: 'TVOD', territories: ['US'], devices: ['tv'], ...DAYS };
const GRANTED = { name: 'L', notes: '', ...TERMS, ...typedFurtherTerms(UNRESTRICTED) };
const CHOSEN = {
  licenseId: LICENSE,
  offer: {
    ...{ name: 'A', prices: [...onePrice({ minor: 499, currency: 'USD' })], devices: ['tv'] },
    window: { startsOn: '2027-01-01', endsOn: null },
  },
};
const DETAILS = {
  ...{ title: 'T', kind: 'movie', studio: 'S', releaseYear: '1998', parentId: '', position: '' },
  ...{ identifiers: [{ scheme: 'house', value: 'X-1' }], notes: '' },
};
const ON_LICENSE = { licenseId: LICENSE, expectedVersion: 3 };
const ON_TITLE = { contentId: TITLE, expectedVersion: 3 };

function sample<K extends FormKind>(kind: K, input: FormInput<K>): readonly [K, FormInput<K>] {
  return [kind, input];
}

/** What a form sends of each kind and shape, that a field is refused of. */
const AT = sample('generate-offers', { ...ON_LICENSE, plan: { kind: 'at', offers: [OFFER] } });
const FIRST_FREE = sample('generate-offers', {
  ...ON_LICENSE,
  plan: { kind: 'first-free', ...ANYWHERE, days: '9', onOrAfter: '2027-01-01' },
});
const LADDER = sample('generate-offers', {
  ...ON_LICENSE,
  plan: {
    ...{ kind: 'ladder', start: '2027-01-01', currency: 'USD', priceKind: 'WSP', devices: ['tv'] },
    steps: [{ name: 'A', price: '4.99', length: '31', unit: 'days' }],
  },
});
const REPLACE = sample('replace-offer', { ...ON_LICENSE, before: OFFER, after: LATER });
const AMEND = sample('amend-license', { ...ON_LICENSE, details: GRANTED });
const GRANT = sample('grant-license', {
  ...{ licenseId: LICENSE, contractId: CONTRACT, details: GRANTED, ifTwin: 'ask' },
});
const REGISTER = sample('register-title', { contentId: TITLE, details: DETAILS, first: CHOSEN });
const CORRECT = sample('correct-title', { ...ON_TITLE, details: DETAILS });
const ASSIGN = sample('assign-offer', { ...ON_TITLE, chosen: CHOSEN });
const MOVE = sample('move-assignment', {
  ...{ ...ON_TITLE, from: { licenseId: CONTRACT, startsOn: '2027-01-01' }, to: CHOSEN },
});
const RECORD = sample('record-contract', {
  contractId: CONTRACT,
  details: { studio: 'S', reference: 'R', signedOn: '2026-01-01', notes: '' },
});

const TOKEN = sample('make-token', { tokenId: TITLE, name: 'T', role: 'viewer', days: '90' });
const WEBHOOK = sample('add-webhook', {
  ...{ webhookId: TITLE, name: 'W', url: 'https://a.example', aggregates: ['license'] },
});
const FEED = sample('make-feed', {
  ...{ feedId: TITLE, name: 'F', studio: '', kind: '', parts: ['starts'] },
});
const INVITE = sample('invite-person', {
  ...{ personId: TITLE, name: 'P', email: 'p@example.com', role: 'viewer' },
});

class Refused extends DomainError {
  readonly code = 'refused';

  constructor(override readonly field: string) {
    super('Refused.');
  }
}

describe('the place of a refusal in what was typed', () => {
  it.each([
    [...AT, 'firstDay', 'plan.offers.0.firstDay'],
    [...AT, 'lastDay', 'plan.offers.0.lastDay'],
    [...AT, 'price', 'plan.offers.0.prices.0.price'],
    [...AT, 'currency', 'plan.offers.0.currency'],
    [...AT, 'devices', 'plan.offers.0.devices'],
    [...FIRST_FREE, 'days', 'plan.days'],
    [...FIRST_FREE, 'devices', 'plan.devices'],
    [...FIRST_FREE, 'currency', 'plan.currency'],
    [...LADDER, 'price', 'plan.steps.0.price'],
    [...LADDER, 'devices', 'plan.devices'],
    [...REPLACE, 'lastDay', 'after.lastDay'],
    [...REPLACE, 'name', 'after.name'],
    [...AMEND, 'name', 'details.name'],
    [...AMEND, 'territories', 'details.territories'],
    [...AMEND, 'firstDay', 'details.firstDay'],
    [...AMEND, 'lastDay', 'details.lastDay'],
    [...GRANT, 'rightsType', 'details.rightsType'],
    [...REGISTER, 'identifiers', 'details.identifiers'],
    [...REGISTER, 'parentId', 'details.parentId'],
    [...REGISTER, 'offer', 'first.offer'],
    [...CORRECT, 'kind', 'details.kind'],
    [...ASSIGN, 'offer', 'chosen.offer'],
    [...MOVE, 'offer', 'to.offer'],
    [...RECORD, 'reference', 'details.reference'],
    [...TOKEN, 'role', 'role'],
    [...WEBHOOK, 'url', 'url'],
    [...FEED, 'parts', 'parts'],
    [...INVITE, 'email', 'email'],
  ] as const)('of %s %o, refused for its %s, is %s', (kind, typed, field, at) => {
    const input: object = FORMS[kind].parse(typed);
    const parts = COMMANDS[kind].parts?.(input as never) ?? [];
    const place = placeOf(new Refused(field), input, parts) ?? [];
    const found = typedPlace(place, typed);

    expect(found.join('.')).toBe(at);
    expect(valueAt(typed, found)).toBeDefined();
  });

  it('is that of the whole where what is refused was not typed on its own', () => {
    const [, typed] = LADDER;

    expect(typedPlace(['plan', 'steps', 0, 'prices', 0, 'amount', 'currency'], typed)).toEqual([
      ...['plan', 'steps', 0, 'price'],
    ]);
    expect(typedPlace(['somewhere'], typed)).toEqual([]);
  });
});
