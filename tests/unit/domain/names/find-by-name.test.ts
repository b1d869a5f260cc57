import { describe, expect, it } from 'vitest';
import { findByName } from '../../../../src/domain/names/find-by-name';
import { fold } from '../../../../src/domain/names/folding';
import { territoryAliases } from '../../../../src/domain/names/territory-aliases';
import { ALL_TERRITORIES, territoryName } from '../../../../src/domain/values/territory';

function territories(text: string): readonly string[] {
  return findByName(ALL_TERRITORIES, text, (code) => ({
    code,
    name: territoryName(code),
    aliases: territoryAliases(code),
  }));
}

describe('the first territory that matches a text', () => {
  it.each([
    ['UK', 'GB'],
    ['u.k.', 'GB'],
    ['Great Britain', 'GB'],
    ['GB', 'GB'],
    ['USA', 'US'],
    ['us', 'US'],
    ['United States of America', 'US'],
    ['UAE', 'AE'],
    ['UA', 'UA'],
    ['Turkey', 'TR'],
    ['turkiye', 'TR'],
    ['Holland', 'NL'],
    ['Burma', 'MM'],
    ['Ivory Coast', 'CI'],
    ["cote d'ivoire", 'CI'],
    ['Czech Republic', 'CZ'],
    ['Korea', 'KR'],
    ['CH', 'CH'],
    ['in', 'IN'],
    ['Guinea', 'GN'],
    ['reunion', 'RE'],
    ['  south   KOREA ', 'KR'],
    ['islands cook', 'CK'],
  ])('%j is %s', (text, code) => {
    expect(territories(text)[0]).toBe(code);
  });

  it('ranks before weaker matches', () => {
    expect(territories('UK')).toEqual(['GB', 'UA']);
    expect(territories('guin')).toEqual(['GN', 'GW', 'GQ', 'PG']);
  });
});

it('does not match a part of a territory, because granting the whole would widen rights', () => {
  for (const part of ['England', 'Scotland', 'Quebec', 'California'])
    expect(territories(part)).toEqual([]);
});

it('is one of all for an empty text', () => {
  expect(territories('  ')).toEqual(ALL_TERRITORIES);
});

it('has no alias that is a name, a code or an alias of another territory', () => {
  const owners = new Map<string, Set<string>>();
  for (const code of ALL_TERRITORIES)
    for (const name of [code, territoryName(code), ...territoryAliases(code)].map(fold))
      owners.set(name, (owners.get(name) ?? new Set()).add(code));
  const ambiguous = [...owners].filter(([, codes]) => codes.size > 1);
  expect(ambiguous).toEqual([]);
});

it('has at least the listed aliases', () => {
  const known = ALL_TERRITORIES.filter((code) => territoryAliases(code).length > 0);
  expect(known.length).toBeGreaterThan(60);
  expect(known.flatMap(territoryAliases).filter((alias) => alias.trim() !== alias)).toEqual([]);
});
