import { describe, expect, it } from 'vitest';
import {
  storedChanges,
  storedContentChanges,
  storedContractChanges,
  storedLicenseChanges,
  storedPriceTableChanges,
} from '../../../src/adapters/postgres/stored/stored-changes';
import { storedPlans } from '../../../src/adapters/postgres/stored/stored-plans';
import { someDetails } from '../../builders/license-builders';
import { answerCodec } from '../../../src/adapters/postgres/answer-codec';
import { FORMER_ANSWERS } from './stored-answers';
import { FORMER_CHANGES, FORMER_STEPS } from './stored-lines';

const PLACE = 'history of 7, version 3';

/** The same as version 2 wrote it: with the windows of today. */
function second(former: object): object {
  const text = JSON.stringify(former)
    .replaceAll('"start":', '"startsOn":')
    .replaceAll('"end":', '"endsOn":');
  return JSON.parse(text) as object;
}

/** The same as version 3 wrote it: terms say that they are not restricted. */
function third(former: object): object {
  const text = JSON.stringify(second(former)).replaceAll(
    '"rightsType":"TVOD",',
    '"rightsType":"TVOD","formats":null,"languages":{"allowed":null,"heldBack":[]},"exclusive":false,',
  );
  return JSON.parse(text) as object;
}

/** The same as it is written today, with price lists. */
function today(former: object): object {
  const text = JSON.stringify(third(former)).replace(
    /"price":(\{[^}]*\})/g,
    '"prices":[{"format":null,"kind":"WSP","amount":$1,"tier":null}]',
  );
  return JSON.parse(text) as object;
}

describe('a stored change', () => {
  it.each(Object.entries(FORMER_CHANGES))(
    '%s is read as it was written without a version',
    (_kind, line) => {
      expect(storedChanges.read(line, PLACE)).toEqual(today(line));
      expect(storedChanges.read(second(line), PLACE)).toEqual(today(line));
    },
  );

  it.each(Object.entries(FORMER_CHANGES))('%s is read as version 2 wrote it', (_kind, line) => {
    expect(storedChanges.read({ ...second(line), v: 2 }, PLACE)).toEqual(today(line));
  });

  it.each(Object.entries(FORMER_CHANGES))(
    '%s is written with the newest version, and read again',
    (_kind, line) => {
      const change = storedChanges.read(line, PLACE);

      const written = storedChanges.write(change);

      expect(written).toEqual({ ...today(line), v: 4 });
      expect(storedChanges.read(JSON.parse(JSON.stringify(written)), PLACE)).toEqual(change);
    },
  );

  it.each(Object.entries(FORMER_CHANGES).filter(([kind]) => !kind.endsWith('-removed')))(
    '%s is read by the codec of its aggregate as well',
    (_kind, line) => {
      const written = storedChanges.write(storedChanges.read(line, PLACE));
      const codecs = [
        ...[storedLicenseChanges, storedContractChanges],
        ...[storedContentChanges, storedPriceTableChanges],
      ];

      const readers = codecs.filter((codec) => canRead(codec, written));

      expect(readers).toHaveLength(1);
    },
  );

  it('of a later version is refused by the name of its row', () => {
    const later = { ...FORMER_CHANGES['offers-generated'], v: 5 };

    expect(() => storedChanges.read(later, PLACE)).toThrow(
      'What is stored as history of 7, version 3 cannot be read: its version is 5.',
    );
  });

  it.each([
    ['nothing', null],
    ['a kind that there is not', { kind: 'license-sold' }],
    ['a part missing', { kind: 'offers-generated' }],
    ['a day that is none', { kind: 'offers-generated', offers: [offerFrom('2026-02-30')] }],
    ['a version and the former window', { ...FORMER_CHANGES['offers-generated'], v: 2 }],
    [
      'a later version and the former terms',
      { ...second(FORMER_CHANGES['license-granted']), v: 3 },
    ],
    [
      'the newest version and the former price',
      { ...third(FORMER_CHANGES['offers-generated']), v: 4 },
    ],
  ])('that is broken, with %s, is refused by the name of its row', (_what, line) => {
    expect(() => storedChanges.read(line, PLACE)).toThrow(
      /^What is stored as history of 7, version 3 cannot be read: /,
    );
  });

  it('that is broken deep inside says where', () => {
    const line = { kind: 'offers-generated', offers: [offerFrom('2026-03-01'), offerFrom('soon')] };

    expect(() => storedChanges.read({ ...second(line), v: 2 }, PLACE)).toThrow('offers.1.window');
  });
});

it('a stored amendment keeps formats, languages and exclusiveness', () => {
  const details = someDetails({
    terms: {
      formats: ['HD'],
      languages: { allowed: ['fr'], heldBack: ['fr-CA'] },
      exclusive: true,
    },
  });
  const change = { kind: 'license-amended', before: someDetails(), after: details } as const;

  expect(storedLicenseChanges.read(storedLicenseChanges.write(change), PLACE)).toEqual(change);
});

describe('a stored plan', () => {
  const former = Object.values(FORMER_STEPS);

  it('is read as it was written without a version, and written with one', () => {
    const plan = storedPlans.read(former, PLACE);

    expect(plan).toEqual({ steps: former.map(today) });
    expect(storedPlans.read({ steps: former.map(second), v: 2 }, PLACE)).toEqual(plan);
    expect(storedPlans.write(plan)).toEqual({ steps: former.map(today), v: 4 });
    expect(storedPlans.read(storedPlans.write(plan), PLACE)).toEqual(plan);
  });
});

describe('a stored answer', () => {
  it.each(Object.entries(FORMER_ANSWERS))(
    'to %s is read as it was stored without a version, also without its kind',
    (kind, answer) => {
      for (const codec of [answerCodec(kind), answerCodec(undefined)]) {
        expect(codec.read(answer, PLACE)).toEqual(today(answer));
        expect(codec.read(second(answer), PLACE)).toEqual(today(answer));
        expect(codec.read({ ...second(answer), v: 2 }, PLACE)).toEqual(today(answer));
      }
    },
  );

  it.each(Object.entries(FORMER_ANSWERS))(
    'to %s is written with the newest version, and read again',
    (kind, answer) => {
      const codec = answerCodec(kind);
      const read = codec.read(answer, PLACE);

      expect(codec.write(read)).toEqual({ ...today(answer), v: 3 });
      expect(codec.read(codec.write(read), PLACE)).toEqual(read);
    },
  );

  it.each([
    ['of a later version', { ...FORMER_ANSWERS['make-export'], v: 4 }, 'its version is 4'],
    ['of another kind', FORMER_ANSWERS['commit-import'], 'exportId'],
  ])('%s is refused by the name of its row', (_what, answer, reason) => {
    const read = () => answerCodec('make-export').read(answer, 'answer to command 7');

    expect(read).toThrow(/^What is stored as answer to command 7 cannot be read: /);
    expect(read).toThrow(reason);
  });
});

function offerFrom(start: string): object {
  return {
    name: 'x',
    price: { minor: 1, currency: 'USD' },
    window: { start, end: null },
    devices: ['tv'],
  };
}

function canRead(codec: Pick<typeof storedChanges, 'read'>, json: unknown): boolean {
  try {
    codec.read(json, PLACE);
    return true;
  } catch {
    return false;
  }
}
