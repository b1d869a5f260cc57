import { describe, expect, it } from 'vitest';
import {
  COLUMNS,
  HEADER_VARIANTS,
  LIST_SEPARATORS,
  TEMPLATES,
} from '../../../../src/domain/avails/vocabulary/columns';

describe('the columns of the standard', () => {
  it('are 121 unique columns', () => {
    expect(COLUMNS).toHaveLength(121);
    expect(new Set(COLUMNS).size).toBe(121);
  });

  it('are found by variants that are not columns themselves', () => {
    expect(COLUMNS).toEqual(expect.arrayContaining(Object.values(HEADER_VARIANTS)));
    expect(
      Object.keys(HEADER_VARIANTS).filter((header) => COLUMNS.some((key) => key === header)),
    ).toEqual([]);
  });

  it('include nine with lists', () => {
    expect(Object.keys(LIST_SEPARATORS)).toHaveLength(9);
  });
});

describe('the templates', () => {
  it.each([
    ['movies', 78, 11],
    ['tv', 102, 14],
    ['all-avails', 112, 9],
  ] as const)('of %s have %i columns, of which %i are required', (name, columns, required) => {
    const keys = TEMPLATES[name].map(({ key }) => key);
    expect(new Set(keys).size).toBe(columns);
    expect(keys).toHaveLength(columns);
    expect(TEMPLATES[name].filter((column) => column.required)).toHaveLength(required);
  });

  it('begin with the licensor for studios, and with the ALID for tools', () => {
    expect(TEMPLATES.movies[0]?.key).toBe('Avail/DisplayName');
    expect(TEMPLATES.tv[0]?.key).toBe('Avail/DisplayName');
    expect(TEMPLATES['all-avails'][0]?.key).toBe('Avail/ALID');
  });
});
