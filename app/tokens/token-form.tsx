'use client';

import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { TokenResult } from './token-input';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { SelectField } from '@/ui/fields/select-field';
import { ShownOnce } from '@/ui/overlays/shown-once';
import { TextField } from '@/ui/fields/text-field';
import { makeTokenAction } from './actions';

const ROLE_OPTIONS = [
  { value: 'viewer', label: 'Viewer: reads' },
  { value: 'editor', label: 'Editor: reads and changes' },
];
const DAYS_OPTIONS = ['7', '30', '90', '366'].map((value) => ({ value, label: `${value} days` }));

const EMPTY = { name: '', role: 'viewer', days: '90' };

/** Makes a token, and shows it once. */
export function TokenForm() {
  // One identity per intent: however often the form is sent, it is one token.
  const [tokenId, setTokenId] = useState(() => uuid());
  const [draft, setDraft] = useState(EMPTY);
  const [answer, setAnswer] = useState<{ name: string; result: TokenResult } | null>(null);
  const [isSending, setSending] = useState(false);
  const result = answer?.result;
  const errors = result?.status === 'refused' ? result.fieldErrors : {};
  const set = (field: keyof typeof EMPTY) => (value: string) => {
    setDraft({ ...draft, [field]: value });
  };
  const send = async () => {
    if (isSending) return;
    setSending(true);
    const made = await makeTokenAction({ tokenId, ...draft }).catch(() => NO_ANSWER);
    setSending(false);
    setAnswer({ name: draft.name.trim(), result: made });
    if (made.status !== 'made') return;
    setTokenId(uuid());
    setDraft(EMPTY);
  };
  return (
    <form
      noValidate
      aria-label="New token"
      className="flex max-w-150 flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label="Name"
        value={draft.name}
        onChange={set('name')}
        errorMessage={errors.name}
        description="Shown in the history."
        autoComplete="off"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Role"
          options={ROLE_OPTIONS}
          value={draft.role}
          onChange={set('role')}
          errorMessage={errors.role}
        />
        <SelectField
          label="Expires in"
          options={DAYS_OPTIONS}
          value={draft.days}
          onChange={set('days')}
          errorMessage={errors.days}
        />
      </div>
      {result?.status === 'refused' && (
        <Notice tone="refused" role="alert" answer={result}>
          {result.message}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isSending}>
          Create token
        </Button>
      </div>
      {result?.status === 'made' && (
        <ShownOnce
          title={`The token of ${answer?.name ?? ''} is ready.`}
          label="Token"
          value={result.secret}
        >
          Copy the token now. It is shown only once, and anyone who has it can act with its role.
        </ShownOnce>
      )}
    </form>
  );
}

const NO_ANSWER: TokenResult = {
  status: 'refused',
  message: 'The server did not answer. Retrying is safe: only one token will be created.',
  fieldErrors: {},
};
