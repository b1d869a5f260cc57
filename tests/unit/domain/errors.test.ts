import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Loads another copy of the modules, as a build has one for each kind of entry point. */
async function copyOf() {
  vi.resetModules();
  const [errors, service, license] = await Promise.all([
    import('../../../src/domain/errors'),
    import('../../../src/service/errors'),
    import('../../../src/domain/license/license-errors'),
  ]);
  return { ...errors, ...service, ...license };
}

describe('an error thrown by one copy of its class and caught by another', () => {
  let thrower: Awaited<ReturnType<typeof copyOf>>;
  let catcher: Awaited<ReturnType<typeof copyOf>>;

  beforeEach(async () => {
    thrower = await copyOf();
    catcher = await copyOf();
  });

  it('is recognized by its code', () => {
    const stale: unknown = new thrower.Stale('license', 'an id', 7);

    expect(stale).not.toBeInstanceOf(catcher.Stale);
    expect(catcher.hasCode(stale, 'stale')).toBe(true);
    expect(catcher.hasCode(stale, 'busy')).toBe(false);
    expect(catcher.hasCode(new thrower.Busy(), 'busy')).toBe(true);
  });

  it('is recognized as a domain error, or not', () => {
    expect(catcher.isDomainError(new thrower.Stale('license', 'an id', 7))).toBe(true);
    expect(catcher.isDomainError(new thrower.Busy())).toBe(false);
    expect(catcher.isWindowRefused(new thrower.Stale('license', 'an id', 7))).toBe(false);
    class Refused extends thrower.WindowRefused {
      readonly code = 'refused';
      declare readonly offer: never;
      readonly alternatives = null;
    }
    expect(catcher.isWindowRefused(new Refused())).toBe(true);
  });
});

describe('any other value', () => {
  it.each([
    ['an error with the same code', Object.assign(new Error('no'), { code: 'stale' })],
    ['a plain value', { code: 'stale' }],
    ['text', 'stale'],
    ['nothing', null],
    ['undefined', undefined],
  ])('is not recognized as one: %s', async (_what, value) => {
    const { hasCode, isDomainError } = await copyOf();

    expect(hasCode(value, 'stale')).toBe(false);
    expect(isDomainError(value)).toBe(false);
  });
});
