import type { Role } from './role';
import { DomainError } from '../errors';
import { shortText } from '../values/text';

/** Somebody to be invited; `email` is compared without regard to case. */
export interface Invitation {
  /** UUID, made by whoever invites: sent twice it is one person. */
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** `invited` until they have a way to sign in. */
export type PersonState = 'invited' | 'active' | 'deactivated';

/** A person as they are stored. */
export interface PersonData {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly role: Role;
  /** ISO 8601 in UTC; `null` while they may sign in. */
  readonly deactivatedAt: string | null;
}

/** The ids of everybody who is an admin and not deactivated. */
export type ActiveAdmins = readonly string[];

/** Somebody who may sign in, or could. People are never deleted, because history names them. */
export class Person {
  private constructor(private current: PersonData) {}

  /** @throws InvalidText for a name that is empty or too long */
  static invite({ personId: id, name, email, role }: Invitation): Person {
    return new Person({
      id,
      name: shortText(name, 'name', 'A name'),
      email: email.trim().toLowerCase(),
      role,
      deactivatedAt: null,
    });
  }

  /** For repositories only: a person as they were stored. */
  static reconstitute(data: PersonData): Person {
    return new Person(data);
  }

  get data(): PersonData {
    return this.current;
  }

  /**
   * @param admins the admins there are now, this one included
   * @returns whether it is another role
   * @throws LastAdmin when nobody else is an admin
   */
  changeRole(role: Role, admins: ActiveAdmins): boolean {
    if (role !== 'admin') this.requireAnotherAdmin(admins);
    if (role === this.current.role) return false;
    this.current = { ...this.current, role };
    return true;
  }

  /**
   * From now on they cannot sign in.
   *
   * @param at ISO 8601 in UTC
   * @param admins the admins there are now, this one included
   * @returns whether they could until now
   * @throws LastAdmin when nobody else is an admin
   */
  deactivate(at: string, admins: ActiveAdmins): boolean {
    this.requireAnotherAdmin(admins);
    if (this.current.deactivatedAt !== null) return false;
    this.current = { ...this.current, deactivatedAt: at };
    return true;
  }

  /** They can sign in again, as before. @returns whether they could not until now */
  reactivate(): boolean {
    if (this.current.deactivatedAt === null) return false;
    this.current = { ...this.current, deactivatedAt: null };
    return true;
  }

  /** @throws Deactivated */
  requireActive(): void {
    if (this.current.deactivatedAt !== null) throw new Deactivated();
  }

  /**
   * Checks that a repeated invitation, whose first answer was lost, is of this person.
   *
   * @throws EmailTaken
   */
  requireSame({ data: invited }: Person): void {
    const { name, email, role } = this.current;
    if (name !== invited.name || email !== invited.email || role !== invited.role)
      throw new EmailTaken();
  }

  private requireAnotherAdmin(admins: ActiveAdmins): void {
    if (admins.length === 1 && admins[0] === this.current.id) throw new LastAdmin();
  }
}

/** @param hasAccount whether they have a way to sign in */
export function personState(deactivatedAt: string | null, hasAccount: boolean): PersonState {
  if (deactivatedAt !== null) return 'deactivated';
  return hasAccount ? 'active' : 'invited';
}

export class Deactivated extends DomainError {
  readonly code = 'deactivated';
  constructor() {
    super('This account is deactivated. An admin can reactivate it.');
  }
}

export class EmailTaken extends DomainError {
  readonly code = 'email-taken';
  override readonly field = 'email';
  constructor() {
    super('A person with this e-mail address already exists.');
  }
}

export class NoSuchPerson extends DomainError {
  readonly code = 'no-such-person';
  constructor() {
    super('This person does not exist.');
  }
}

export class LastAdmin extends DomainError {
  readonly code = 'last-admin';
  constructor() {
    super('This is the only admin. Make another person an admin first.');
  }
}
