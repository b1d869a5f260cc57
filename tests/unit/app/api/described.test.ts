import { expect, it } from 'vitest';
import { shapeOf } from '../../../../app/api/v1/docs/described';

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
