import { expect, it } from 'vitest';
import { shapeOf } from '../../../../app/api/v1/docs/described';
import { unwired, wire } from '../../../../app/api/v1/wire';

const data = {
  name: 'A',
  window: { start: '2026-01-01', end: null },
  steps: [{ days: 3, window: { start: '2026-02-01', end: '2026-03-01' } }],
  plan: { start: '2026-01-01', devices: ['tv'] },
  none: null,
};

it('names the ends of a window, wherever it stands, and nothing else', () => {
  const wired = {
    ...data,
    window: { startsOn: '2026-01-01', endsOn: null },
    steps: [{ days: 3, window: { startsOn: '2026-02-01', endsOn: '2026-03-01' } }],
  };

  expect(wire(data)).toEqual(wired);
  expect(unwired(wired)).toEqual(data);
});

it('writes a shape as programmers read it', () => {
  const shape = {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid', description: 'Which one.' },
      kind: { enum: ['at', 'ladder'] },
      offers: { type: 'array', items: { $ref: '#/components/schemas/Offer' } },
      end: { type: ['string', 'null'], format: 'date' },
      prices: { type: 'object', additionalProperties: { type: 'integer' } },
      place: { anyOf: [{ $ref: '#/components/schemas/Window' }, { type: 'null' }] },
    },
    required: ['id', 'kind', 'offers'],
  };

  expect(shapeOf(shape)).toBe(
    [
      '{',
      '  // Which one.',
      '  id: uuid;',
      '  kind: "at" | "ladder";',
      '  offers: Offer[];',
      '  end?: date | null;',
      '  prices?: { [key: string]: integer };',
      '  place?: Window | null;',
      '}',
    ].join('\n'),
  );
});
