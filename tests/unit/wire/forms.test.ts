import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/service/commands/commands';
import { FORMS, kindOfSent, readSent } from '../../../src/wire/forms/forms';

const KEY = '00000000-0000-4000-8000-000000000001';
const LICENSE = '00000000-0000-4000-8000-000000000002';
const UNDO = { licenseId: LICENSE, expectedVersion: 3, undoes: 2 };

describe('what a browser may send', () => {
  it.each(Object.keys(FORMS))('is a kind of command: %s', (kind) => {
    expect(Object.keys(COMMANDS)).toContain(kind);
    expect(kindOfSent({ kind })).toBe(kind);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'undo-change'],
    ['no kind', {}],
    ['a property of every object', { kind: 'toString' }],
    ['the prototype', { kind: '__proto__' }],
    ['a command that is for programs only', { kind: 'apply-change' }],
    ['a kind in a list', { kind: ['undo-change'] }],
  ])('is no kind: %s', (_, sent) => {
    expect(kindOfSent(sent)).toBeNull();
  });

  it('has its key and its input read apart', () => {
    const sent = { kind: 'undo-change', key: KEY, input: UNDO };

    expect(readSent('undo-change', sent)).toEqual({ success: true, key: KEY, input: UNDO });
  });

  it.each([
    ['no key', { kind: 'undo-change', input: UNDO }, 'This form has no key. Reload the page.'],
    ['no input', { kind: 'undo-change', key: KEY }, 'This form is not valid. Reload the page.'],
    [
      'an input with another part',
      { kind: 'undo-change', key: KEY, input: { ...UNDO, actor: 'Marta' } },
      'This form is not valid. Reload the page.',
    ],
    [
      'another part beside the input',
      { kind: 'undo-change', key: KEY, input: UNDO, role: 'admin' },
      'This form is not valid. Reload the page.',
    ],
  ])('is refused with %s', (_, sent, message) => {
    const read = readSent('undo-change', sent);

    expect(read.success ? [] : read.error.issues).toMatchObject([{ message }]);
  });

  it('names the row of an identifier that is wrong', () => {
    const details = {
      ...{ title: 'T', kind: 'movie', studio: 'S', releaseYear: '', parentId: '', position: '' },
      notes: '',
      identifiers: [
        { scheme: 'house', value: '' },
        { scheme: 'eidr', value: 'none' },
      ],
    };
    const sent = {
      kind: 'correct-title',
      key: KEY,
      input: { contentId: LICENSE, expectedVersion: 1, details },
    };
    const read = readSent('correct-title', sent);

    expect(read.success ? [] : read.error.issues.map(({ path }) => path)).toEqual([
      ['details', 'identifiers', 1, 'value'],
    ]);
  });
});
