'use client';

import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { Role } from '../../src/domain/people/role';
import type { PeopleResult } from './people-input';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { SelectField } from '@/ui/fields/select-field';
import { TextField } from '@/ui/fields/text-field';
import { ROLE_NAMES, ROLES } from '../../src/domain/people/role';
import { inviteAction } from './actions';
import { OneTimeLink } from './one-time-link';

const EMPTY: { name: string; email: string; role: Role } = { name: '', email: '', role: 'editor' };
const ROLE_OPTIONS = ROLE_NAMES.map((value) => ({ value, label: ROLES[value] }));

/** Invites somebody, and shows their one-time link. */
export function InviteForm() {
  // One identity per intent: however often the form is sent, it is one person.
  const [personId, setPersonId] = useState(() => uuid());
  const [draft, setDraft] = useState(EMPTY);
  const [answer, setAnswer] = useState<{ name: string; result: PeopleResult } | null>(null);
  const [isSending, setSending] = useState(false);
  const errors = answer?.result.status === 'refused' ? answer.result.fieldErrors : {};
  const send = async () => {
    if (isSending) return;
    setSending(true);
    const result = await inviteAction({ personId, ...draft }).catch(() => NO_ANSWER);
    setSending(false);
    setAnswer({ name: draft.name.trim(), result });
    if (result.status !== 'linked') return;
    setPersonId(uuid());
    setDraft(EMPTY);
  };
  return (
    <form
      noValidate
      aria-label="Invite a person"
      className="flex max-w-150 flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Name"
          value={draft.name}
          onChange={(name) => {
            setDraft({ ...draft, name });
          }}
          errorMessage={errors.name}
          autoComplete="off"
        />
        <TextField
          label="E-mail address"
          type="email"
          value={draft.email}
          onChange={(email) => {
            setDraft({ ...draft, email });
          }}
          errorMessage={errors.email}
          autoComplete="off"
        />
      </div>
      <SelectField
        label="Role"
        options={ROLE_OPTIONS}
        value={draft.role}
        onChange={(role) => {
          setDraft({ ...draft, role: role as Role });
        }}
        className="sm:max-w-72"
      />
      {answer?.result.status === 'refused' && (
        <Notice tone="refused" role="alert" answer={answer.result}>
          {answer.result.message}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isSending}>
          Invite
        </Button>
      </div>
      {answer?.result.status === 'linked' && (
        <OneTimeLink name={answer.name} path={answer.result.path} />
      )}
    </form>
  );
}

const NO_ANSWER: PeopleResult = {
  status: 'refused',
  message: 'The server did not answer. Retrying is safe: only one invitation will be created.',
  fieldErrors: {},
};
