import { describe, expect, it } from 'vitest';
import type { TokenDetails } from '../../../../src/domain/people/token';
import { InvalidText } from '../../../../src/domain/values/text';
import { actor } from '../../../../src/domain/people/actor';
import { InvalidExpiry, Token, TokenTaken, UnknownRole } from '../../../../src/domain/people/token';
import { refusalOf } from '../../../builders/refusal';

const NORA = actor('Nora');
const AT = '2026-03-04T05:06:07.000Z';
const A_SECOND_LATER = '2026-03-04T05:06:08.000Z';

function aToken(details: Partial<TokenDetails> = {}, at = AT, by = NORA): Token {
  return Token.make('t1', { name: 'Feeder', role: 'viewer', days: 90, ...details }, by, at);
}

describe('a token', () => {
  it('is valid until the instant it expires', () => {
    const token = aToken({ days: 1 });

    expect(token.data.expiresAt).toBe('2026-03-05T05:06:07.000Z');
    expect(token.isValidAt('2026-03-05T05:06:06.999Z')).toBe(true);
    expect(token.isValidAt('2026-03-05T05:06:07.000Z')).toBe(false);
  });

  it('is not valid once it is revoked, and is revoked once', () => {
    const token = aToken();

    expect(token.revoke(actor('Marta'), AT)).toBe(true);
    expect(token.revoke(actor('Priya'), A_SECOND_LATER)).toBe(false);
    expect(token.revoked).toEqual({ by: 'Marta', at: AT });
    expect(token.isValidAt(AT)).toBe(false);
  });

  it('has a name, a known role and a lifetime of 1 to 366 days', () => {
    refusalOf(InvalidText, () => aToken({ name: ' ' }));
    refusalOf(UnknownRole, () => aToken({ role: 'owner' }));
    for (const days of [0, 367, 1.5]) refusalOf(InvalidExpiry, () => aToken({ days }));
    for (const days of [1, 366]) expect(aToken({ days }).isValidAt(AT)).toBe(true);
  });

  it('is recognized when it is asked for again, at another moment', () => {
    expect(() => {
      aToken().requireSame(aToken({}, A_SECOND_LATER));
    }).not.toThrow();
  });

  it.each<[string, () => Token]>([
    ['another name', () => aToken({ name: 'Other' })],
    ['another role', () => aToken({ role: 'editor' })],
    ['another lifetime', () => aToken({ days: 91 })],
    ['another person', () => aToken({}, AT, actor('Marta'))],
  ])('is not taken for one of %s', (_what, other) => {
    refusalOf(TokenTaken, () => {
      aToken().requireSame(other());
    });
  });

  it('is not made again once it is revoked', () => {
    const token = aToken();
    token.revoke(NORA, AT);

    refusalOf(TokenTaken, () => {
      token.requireSame(aToken());
    });
  });
});
