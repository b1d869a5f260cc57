'use client';

import { Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Role } from '../../src/domain/people/role';
import type { PersonState } from '../../src/domain/people/person';
import type { DoneOf } from '../../src/service/commands/commands';
import type { FormCommand, RecordFormKind } from '../../src/wire/forms/forms';
import type { Refusal } from '../refusal';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/overlays/menu';
import { MenuItem } from '@/ui/overlays/menu-item';
import { Notice } from '@/ui/overlays/notice';
import { ROLE_NAMES, ROLES } from '../../src/domain/people/role';
import { runRecord } from '@/commands/run-record';
import { OneTimeLink } from './one-time-link';

/** A person as their line shows them. */
export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly state: PersonState;
  readonly isYou: boolean;
  /** What they are doing here lately. */
  readonly words: string;
}

/** Gives a command on a person to the server, and shows what it did. */
type Ask = <K extends RecordFormKind>(
  name: string,
  command: FormCommand<K>,
  show: (done: DoneOf<K>) => ReactNode,
) => void;

/** Everybody there is, with what an admin can do about each. */
export function PeopleList({ people }: { people: readonly PersonLine[] }) {
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ReactNode>(null);
  const ask: Ask = (name, command, show) => {
    if (isBusy) return;
    setBusy(true);
    void runRecord(command)
      .catch(() => NO_ANSWER)
      .then((result) => {
        setBusy(false);
        setAnswer(
          result.status === 'done' ? (
            show(result.done)
          ) : (
            <Notice tone="refused" role="alert" title={`${name}.`}>
              {result.message}
            </Notice>
          ),
        );
      });
  };
  return (
    <>
      {answer !== null && <div className="px-4 pb-3">{answer}</div>}
      <ul aria-label="People">
        {people.map((person) => (
          <li
            key={person.id}
            className="flex items-center gap-x-4 border-t border-line px-4 py-2.5"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate text-body">
                <span
                  className={
                    person.state === 'deactivated' ? 'text-ink-3' : 'font-emphasis text-ink'
                  }
                >
                  {person.name}
                </span>
                {person.isYou && <span className="text-ink-3"> (you)</span>}
              </span>
              <span className="block truncate text-table text-ink-2">{person.email}</span>
              <span className="block text-table text-ink-3">{person.words}</span>
            </span>
            <span className="text-table text-ink-2">{ROLES[person.role]}</span>
            <PersonMenu person={person} ask={ask} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PersonMenu({
  person: { id: personId, name, role, state },
  ask,
}: {
  person: PersonLine;
  ask: Ask;
}) {
  const input = { personId };
  const done = (text: string) => (
    <Notice tone="ok" role="status" title={`${name}.`}>
      {text}
    </Notice>
  );
  return (
    <Menu
      label={`Actions for ${name}`}
      button={<IconButton label={`Change ${name}`} icon={<Ellipsis aria-hidden />} />}
    >
      {state === 'deactivated' ? (
        <MenuItem
          onAction={() => {
            ask(name, { kind: 'reactivate-person', input }, () =>
              done('Reactivated with the previous password.'),
            );
          }}
        >
          Reactivate
        </MenuItem>
      ) : (
        <>
          {ROLE_NAMES.filter((each) => each !== role).map((each) => (
            <MenuItem
              key={each}
              onAction={() => {
                ask(name, { kind: 'change-role', input: { personId, role: each } }, () =>
                  done(`The role is now ${ROLES[each]}.`),
                );
              }}
            >
              {`Make ${ROLES[each].toLowerCase()}`}
            </MenuItem>
          ))}
          <MenuItem
            onAction={() => {
              ask(name, { kind: 'make-sign-in-link', input }, ({ token }) => (
                <OneTimeLink name={name} token={token} />
              ));
            }}
          >
            {state === 'invited' ? 'Create new link' : 'Create password reset link'}
          </MenuItem>
          <MenuItem
            onAction={() => {
              ask(name, { kind: 'end-sessions', input }, ({ ended }) =>
                done(ended === 1 ? '1 session ended.' : `${ended} sessions ended.`),
              );
            }}
          >
            End sessions
          </MenuItem>
          <MenuItem
            isDanger
            onAction={() => {
              ask(name, { kind: 'deactivate-person', input }, () =>
                done('Deactivated, and signed out everywhere.'),
              );
            }}
          >
            Deactivate
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

const NO_ANSWER: Refusal = {
  status: 'refused',
  message: 'The server did not answer. Reload the page to see the result.',
  fieldErrors: {},
};
