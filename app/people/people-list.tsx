'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { Role } from '../../src/domain/people/role';
import type { PersonState } from '../../src/domain/people/person';
import type { PeopleResult } from './people-input';
import { IconButton } from '@/ui/icon-button';
import { Menu, MenuItem } from '@/ui/overlays/menu';
import { Notice } from '@/ui/overlays/notice';
import { ROLE_NAMES, ROLES } from '../../src/domain/people/role';
import {
  changeRoleAction,
  deactivateAction,
  endSessionsAction,
  letInAgainAction,
  newLinkAction,
} from './actions';
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

/** Everybody there is, with what an admin can do about each. */
export function PeopleList({ people }: { people: readonly PersonLine[] }) {
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<{ of: string; result: PeopleResult } | null>(null);
  const ask = (name: string, action: () => Promise<PeopleResult>) => {
    if (isBusy) return;
    setBusy(true);
    void action()
      .catch(() => NO_ANSWER)
      .then((result) => {
        setBusy(false);
        setAnswer({ of: name, result });
      });
  };
  return (
    <>
      {answer !== null && (
        <div className="px-4 pb-3">
          <Answer of={answer.of} result={answer.result} />
        </div>
      )}
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
  person: { id, name, role, state },
  ask,
}: {
  person: PersonLine;
  ask: (name: string, action: () => Promise<PeopleResult>) => void;
}) {
  const personId = id;
  return (
    <Menu
      label={`Actions for ${name}`}
      button={<IconButton label={`Change ${name}`} icon={<Ellipsis aria-hidden />} />}
    >
      {state === 'deactivated' ? (
        <MenuItem
          onAction={() => {
            ask(name, () => letInAgainAction({ personId }));
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
                ask(name, () => changeRoleAction({ personId, role: each }));
              }}
            >
              {`Make ${ROLES[each].toLowerCase()}`}
            </MenuItem>
          ))}
          <MenuItem
            onAction={() => {
              ask(name, () => newLinkAction({ personId }));
            }}
          >
            {state === 'invited' ? 'Create new link' : 'Create password reset link'}
          </MenuItem>
          <MenuItem
            onAction={() => {
              ask(name, () => endSessionsAction({ personId }));
            }}
          >
            End sessions
          </MenuItem>
          <MenuItem
            isDanger
            onAction={() => {
              ask(name, () => deactivateAction({ personId }));
            }}
          >
            Deactivate
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

function Answer({ of, result }: { of: string; result: PeopleResult }) {
  if (result.status === 'linked') return <OneTimeLink name={of} path={result.path} />;
  const isRefused = result.status === 'refused';
  return (
    <Notice
      tone={isRefused ? 'refused' : 'ok'}
      role={isRefused ? 'alert' : 'status'}
      title={`${of}.`}
    >
      {isRefused ? result.message : result.words}
    </Notice>
  );
}

const NO_ANSWER: PeopleResult = {
  status: 'refused',
  message: 'The server did not answer. Reload the page to see the result.',
  fieldErrors: {},
};
