import { describe, expect, it } from 'vitest';
import {
  commandEntries,
  foundGroups,
  matchIn,
  pageEntries,
  pageLinks,
  recentEntries,
} from '../../../../app/palette/entries';

const NONE = { rows: [], total: 0 };

describe('entries of the palette', () => {
  it('are what was looked at last, as far as the text names it in any order', () => {
    const recent = [
      { kind: 'license', id: '1', name: 'Back catalog', about: 'KES-7 · Kestrel' },
      { kind: 'title', id: '2', name: 'Third Bell', about: 'Foxglove' },
    ] as const;
    expect(recentEntries(recent, '').map(({ to }) => to)).toEqual(['/licenses/1', '/content/2']);
    expect(recentEntries(recent, 'kestrel BACK').map(({ name }) => name)).toEqual(['Back catalog']);
    expect(recentEntries(recent, 'kestrel bell')).toEqual([]);
  });

  it('are what keys do on this page, with their caps, and what has no key', () => {
    const done: string[] = [];
    const bound = [
      { key: 'e', isShifted: true, does: 'End this license', act: () => done.push('end') },
      { key: 'n', does: 'New offer', act: () => done.push('new') },
    ];
    const actions = [{ does: 'Amend terms', act: () => done.push('amend') }];
    const [entry, ...others] = pageEntries(bound, actions, 'end');
    expect([entry?.caps, others.map(({ name }) => name)]).toEqual([
      ['Shift', 'E'],
      ['Amend terms'],
    ]);
    for (const { to } of pageEntries(bound, actions, 'end')) if (typeof to === 'function') to();
    expect(done).toEqual(['end', 'amend']);
    expect(pageEntries(bound, actions, 'new').map(({ name }) => name)).toEqual(['New offer']);
  });

  it.each([
    ['viewer', 'New license', false],
    ['editor', 'New license', true],
    ['editor', 'Webhooks', false],
    ['admin', 'Webhooks', true],
    ['viewer', 'Missing amounts', true],
  ] as const)('for a %s have %s: %s', (role, name, isThere) => {
    expect(commandEntries(role, [], '').some((entry) => entry.name === name)).toBe(isThere);
  });

  it('are commands that act at once, whoever asks', () => {
    const out = { does: 'Sign out', act: () => undefined };
    expect(commandEntries('viewer', [out], 'sign').map(({ name, to }) => [name, to])).toEqual([
      ['Sign out', out.act],
    ]);
  });

  it('are pages, with the letter that goes there', () => {
    expect(pageLinks('cont').map(({ name, caps }) => [name, caps])).toEqual([
      ['Contracts', ['G', 'C']],
      ['Content', ['G', 'T']],
    ]);
  });

  it('of what the server found name each by what tells it from others', () => {
    const groups = foundGroups({
      licenses: {
        total: 14,
        rows: [
          {
            ...{ id: 'l', name: 'Deep catalog', contractReference: 'HAL-41', studio: 'Halcyon' },
            ...{ rightsType: 'SVOD', territories: ['CA', 'JP', 'US'] },
          },
        ],
      },
      titles: {
        total: 1,
        rows: [
          {
            ...{ id: 't', title: 'The Kettle', kind: 'episode', position: 3, studio: 'Tide' },
            ...{ releaseYear: 2020, belongsTo: [{ id: 's', title: 'Cat' }] },
          },
        ],
      },
      contracts: NONE,
      people: NONE,
    });
    expect(groups[0]).toMatchObject({
      total: 14,
      entries: [{ about: 'HAL-41 · Halcyon', note: 'SVOD · CA, JP +1', to: '/licenses/l' }],
    });
    expect(groups[1]).toEqual({
      name: 'Titles',
      total: undefined,
      entries: [
        {
          ...{ id: 't', kind: 'title', name: '3. The Kettle', to: '/content/t' },
          about: 'Cat › 3. The Kettle · Episode, 2020 · Tide',
        },
      ],
    });
  });
});

describe('what matches in a name', () => {
  it.each([
    ['Back catalog', 'CAT', ['Back ', 'cat', 'alog']],
    ['Back catalog', '', ['Back catalog', '', '']],
    ['Back catalog', 'log back', ['Back catalog', '', '']],
  ] as const)('%s, %j', (name, text, parts) => {
    expect(matchIn(name, text)).toEqual(parts);
  });
});
