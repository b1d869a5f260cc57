import { describe, expect, it } from 'vitest';
import type { Invitation, PersonData } from '../../../../src/domain/people/person';
import {
  Deactivated,
  EmailTaken,
  LastAdmin,
  Person,
  personState,
} from '../../../../src/domain/people/person';
import { InvalidText } from '../../../../src/domain/values/text';
import { refusalOf } from '../../../builders/refusal';

const AT = '2026-06-10T10:00:00Z';
const EARLIER = '2026-06-09T10:00:00Z';
const ALONE = ['p1'];
const TWO = ['p1', 'p2'];

function aPerson(parts: Partial<PersonData> = {}): Person {
  return Person.reconstitute({
    ...{ id: 'p1', name: 'Nora', email: 'nora@example.test', role: 'admin', deactivatedAt: null },
    ...parts,
  });
}

function invited(parts: Partial<Invitation> = {}): Person {
  const invitation = { personId: 'p1', name: 'Nora', email: 'nora@example.test' };
  return Person.invite({ ...invitation, role: 'admin', ...parts });
}

describe('the last admin', () => {
  it.each(['viewer', 'editor'] as const)('does not become a %s', (role) => {
    const person = aPerson();

    refusalOf(LastAdmin, () => person.changeRole(role, ALONE));
    expect(person.data.role).toBe('admin');
  });

  it('is not deactivated', () => {
    const person = aPerson();

    refusalOf(LastAdmin, () => person.deactivate(AT, ALONE));
    expect(person.data.deactivatedAt).toBeNull();
  });

  it('stays an admin', () => {
    expect(aPerson().changeRole('admin', ALONE)).toBe(false);
  });

  it('does not keep others from losing their role', () => {
    const other = aPerson({ id: 'p2', role: 'editor' });

    expect(other.changeRole('viewer', ALONE)).toBe(true);
    expect(other.deactivate(AT, ALONE)).toBe(true);
  });

  it('is not the last one any more when there is another', () => {
    expect(aPerson().changeRole('viewer', TWO)).toBe(true);
    expect(aPerson().deactivate(AT, TWO)).toBe(true);
  });
});

describe('a person', () => {
  it('is deactivated and reactivated once', () => {
    const person = aPerson();

    expect(person.deactivate(EARLIER, TWO)).toBe(true);
    expect(person.deactivate(AT, TWO)).toBe(false);
    expect(person.data.deactivatedAt).toBe(EARLIER);
    expect(person.reactivate()).toBe(true);
    expect(person.reactivate()).toBe(false);
    expect(person.data.deactivatedAt).toBeNull();
  });

  it('gets no link while deactivated', () => {
    expect(() => {
      aPerson().requireActive();
    }).not.toThrow();
    refusalOf(Deactivated, () => {
      aPerson({ deactivatedAt: AT }).requireActive();
    });
  });

  it('is invited with a name, and an e-mail address in lower case', () => {
    expect(invited({ email: ' Nora@Example.Test ' }).data.email).toBe('nora@example.test');
    refusalOf(InvalidText, () => invited({ name: ' ' }));
  });

  it.each<[string, Partial<Invitation>]>([
    ['another name', { name: 'Omar' }],
    ['another address', { email: 'omar@example.test' }],
    ['another role', { role: 'viewer' }],
  ])('is not taken for one with %s', (_what, other) => {
    expect(() => {
      aPerson().requireSame(invited());
    }).not.toThrow();
    refusalOf(EmailTaken, () => {
      aPerson().requireSame(invited(other));
    });
  });

  it.each([
    [null, false, 'invited'],
    [null, true, 'active'],
    [AT, false, 'deactivated'],
    [AT, true, 'deactivated'],
  ] as const)('deactivated at %s, with an account %s, is %s', (at, hasAccount, state) => {
    expect(personState(at, hasAccount)).toBe(state);
  });
});
