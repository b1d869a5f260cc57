import type { ActiveAdmins, Invitation, PersonState } from '../../domain/people/person';
import type { Role } from '../../domain/people/role';
import type { Given, PeopleRepository, RecordStore } from '../records';
import type { Outcome } from '../unit-of-work';
import { EmailTaken, NoSuchPerson, Person } from '../../domain/people/person';

/** One line of the list of people. */
export interface PersonSummary {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly state: PersonState;
  /** Sessions that are open now. */
  readonly sessions: number;
  /** When a session was last begun, ISO 8601; `null` when there is none. */
  readonly lastSignIn: string | null;
}

export interface PeopleViews {
  /** Everybody there is, by name; deactivated people last. */
  list(): Promise<readonly PersonSummary[]>;
}

/** A command on a person. */
export interface OnPerson {
  readonly personId: string;
}

export interface ChangeRole extends OnPerson {
  readonly role: Role;
}

/** The token of a one-time link with which somebody chooses a password. */
export interface SignInLink {
  readonly token: string;
}

/**
 * Invites somebody, and makes the one-time link with which they choose a password. The same invitation again, whose answer
 * was lost, is the same person with another link.
 *
 * @throws InvalidText, EmailTaken
 */
export async function invitePerson(
  invitation: Invitation,
  records: RecordStore,
): Promise<Outcome<SignInLink>> {
  return records.transact(async ({ people }) => {
    const isNew = await addPerson(invitation, people);
    return { token: await people.newLink(invitation.personId), replayed: !isNew };
  });
}

/**
 * Adds somebody who has no way to sign in yet.
 *
 * @returns whether they are new: the same id again with the same particulars is the same person
 * @throws InvalidText, EmailTaken
 */
export async function addPerson(
  invitation: Invitation,
  people: PeopleRepository,
): Promise<boolean> {
  const person = Person.invite(invitation);
  const earlier = await people.get(person.data.id);
  if (earlier !== null) {
    earlier.requireSame(person);
    return false;
  }
  if (await people.hasEmail(person.data.email)) throw new EmailTaken();
  await people.add(person);
  return true;
}

/** Makes a new one-time link for somebody, in place of the earlier ones. @throws NoSuchPerson, Deactivated */
export async function makeSignInLink(
  { personId }: OnPerson,
  records: RecordStore,
): Promise<Outcome<SignInLink>> {
  return records.transact(async ({ people }) => {
    const person = await people.get(personId);
    if (person === null) throw new NoSuchPerson();
    person.requireActive();
    return { token: await people.newLink(personId), replayed: false };
  });
}

/** Changes what somebody may do, from their next request on. @throws NoSuchPerson, LastAdmin */
export function changeRole(
  { personId, role }: ChangeRole,
  records: RecordStore,
): Promise<Outcome<object>> {
  return changed(personId, records, (person, admins) => person.changeRole(role, admins));
}

/**
 * Ends somebody's sessions; they cannot sign in until they are reactivated.
 *
 * @throws NoSuchPerson, LastAdmin
 */
export function deactivatePerson(
  { personId, at }: OnPerson & Given,
  records: RecordStore,
): Promise<Outcome<object>> {
  return changed(personId, records, async (person, admins, people) => {
    const isChanged = person.deactivate(at, admins);
    await people.endSessions(personId);
    return isChanged;
  });
}

/** Lets somebody sign in again, with their earlier password. @throws NoSuchPerson */
export function reactivatePerson(
  { personId }: OnPerson,
  records: RecordStore,
): Promise<Outcome<object>> {
  return changed(personId, records, (person) => person.reactivate());
}

/** Ends somebody's sessions, in every browser. @returns how many there were */
export async function endSessions(
  { personId }: OnPerson,
  records: RecordStore,
): Promise<Outcome<{ readonly ended: number }>> {
  return records.transact(async ({ people }) => {
    const ended = await people.endSessions(personId);
    return { ended, replayed: false };
  });
}

/** Ends the sessions of whoever gives the command, in every browser. */
export function endOwnSessions(
  { actor }: Given,
  records: RecordStore,
): Promise<Outcome<{ readonly ended: number }>> {
  if (actor.id === undefined) throw new NoSuchPerson();
  return endSessions({ personId: actor.id }, records);
}

/** @param change says whether it changed the person. The admins stay what they are until it is stored. */
function changed(
  personId: string,
  records: RecordStore,
  change: (
    person: Person,
    admins: ActiveAdmins,
    people: PeopleRepository,
  ) => boolean | Promise<boolean>,
): Promise<Outcome<object>> {
  return records.transact(async ({ people }) => {
    // Before the person, so that two commands about admins wait for each other in one order.
    const admins = await people.activeAdmins();
    const person = await people.get(personId);
    if (person === null) throw new NoSuchPerson();
    const isChanged = await change(person, admins, people);
    if (isChanged) await people.save(person);
    return { replayed: !isChanged };
  });
}
