import { describe, expect, it, vi } from 'vitest';
import {
  DraftStore,
  fitsForm,
  MAX_DRAFT_SIZE,
  MAX_DRAFTS,
  type Draft,
} from '../../../../app/forms/draft-store';

const PRIYA = { person: 'priya', form: 'license/1/offer/2027-03-01' };

/** A storage in memory, as browsers have one for each tab. */
class TabStorage implements Storage {
  [name: string]: unknown;
  readonly #items = new Map<string, string>();
  isFull = false;

  get length() {
    return this.#items.size;
  }
  key(index: number) {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.isFull) throw new DOMException('Full', 'QuotaExceededError');
    this.#items.set(key, value);
  }
  removeItem(key: string) {
    this.#items.delete(key);
  }
  clear() {
    this.#items.clear();
  }
}

function draft(parts: Partial<Draft> = {}): Draft {
  return {
    version: 3,
    initial: { name: 'Spring' },
    values: { name: 'Summer' },
    at: '2026-11-29T10:42:00.000Z',
    ...parts,
  };
}

function storeOn(storage = new TabStorage()) {
  return { storage, store: new DraftStore(() => storage) };
}

describe('drafts', () => {
  it('are found again as they were kept, by another store of the same tab', () => {
    const { storage, store } = storeOn();

    expect(store.keep(PRIYA, draft())).toBe(true);
    expect(new DraftStore(() => storage).find(PRIYA)).toEqual(draft());
  });

  it('are one for each person and each form', () => {
    const { store } = storeOn();
    store.keep(PRIYA, draft());

    expect(store.find({ ...PRIYA, person: 'marta' })).toBeNull();
    expect(store.find({ ...PRIYA, form: 'license/1/offer/2027-03-0' })).toBeNull();
    expect(store.find({ ...PRIYA, form: 'license/1/terms' })).toBeNull();
  });

  it('of two versions are both kept, and the one typed last is found', () => {
    const { store } = storeOn();
    const newer = draft({ version: 4, at: '2026-11-29T10:43:00.000Z' });
    store.keep(PRIYA, newer);
    store.keep(PRIYA, draft());

    expect(store.find(PRIYA)).toEqual(newer);
  });

  it('are gone once they are dropped, against every version, and others stay', () => {
    const { store } = storeOn();
    const terms = { ...PRIYA, form: 'license/1/terms' };
    for (const place of [PRIYA, terms]) store.keep(place, draft());
    store.keep(PRIYA, draft({ version: 4 }));
    store.drop(PRIYA);

    expect(store.find(PRIYA)).toBeNull();
    expect(store.find(terms)).not.toBeNull();
  });

  it('are no more than so many: the oldest goes', () => {
    const { storage, store } = storeOn();
    for (let minute = 0; minute <= MAX_DRAFTS; minute += 1)
      store.keep(
        { ...PRIYA, form: `form/${minute}` },
        draft({ at: new Date(Date.UTC(2026, 10, 29, 10, minute)).toISOString() }),
      );

    expect(storage.length).toBe(MAX_DRAFTS);
    expect(store.find({ ...PRIYA, form: 'form/0' })).toBeNull();
    expect(store.find({ ...PRIYA, form: `form/${MAX_DRAFTS}` })).not.toBeNull();
  });

  it('leave what others keep in the tab alone', () => {
    const { storage, store } = storeOn();
    storage.setItem('theme', 'dark');
    for (let form = 0; form <= MAX_DRAFTS; form += 1)
      store.keep({ ...PRIYA, form: `form/${form}` }, draft());

    expect(storage.getItem('theme')).toBe('dark');
  });

  it('that are too long are not kept, nor is what was kept before', () => {
    const { store } = storeOn();
    store.keep(PRIYA, draft());

    expect(store.keep(PRIYA, draft({ values: { name: 'x'.repeat(MAX_DRAFT_SIZE) } }))).toBe(false);
    expect(store.find(PRIYA)).toBeNull();
  });

  it('that cannot be read are none', () => {
    const { storage, store } = storeOn();
    store.keep(PRIYA, draft());
    const key = storage.key(0) ?? '';
    for (const junk of ['{', 'null', '[]', '{"version":3}', '{"version":"3","values":{}}']) {
      storage.setItem(key, junk);
      expect(store.find(PRIYA), junk).toBeNull();
    }
  });

  it('in a storage that is full or forbidden are not kept, and nothing throws', () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const { storage, store } = storeOn();
    storage.isFull = true;
    const forbidden = new DraftStore(() => {
      throw new DOMException('Forbidden', 'SecurityError');
    });

    expect(store.keep(PRIYA, draft())).toBe(false);
    expect(store.find(PRIYA)).toBeNull();
    expect(forbidden.keep(PRIYA, draft())).toBe(false);
    expect(forbidden.find(PRIYA)).toBeNull();
    expect(() => {
      forbidden.drop(PRIYA);
    }).not.toThrow();
  });
});

describe('typed values', () => {
  const form = { name: '', devices: ['tv'], steps: [] };

  it.each([
    [true, 'the same fields', { name: 'x', devices: [], steps: [{ name: '' }] }],
    [false, 'a field less', { name: 'x', devices: [] }],
    [false, 'a field more', { ...form, notes: '' }],
    [false, 'another field', { name: 'x', devices: [], days: [] }],
    [false, 'a text where a list was', { ...form, devices: 'tv' }],
    [false, 'a number where a text was', { ...form, name: 1 }],
  ])('fit the form (%s) with %s', (fits, _, values) => {
    expect(fitsForm(values, form)).toBe(fits);
  });
});
