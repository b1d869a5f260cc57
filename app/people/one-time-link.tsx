'use client';

import { ShownOnce } from '@/ui/overlays/shown-once';
import { LINK_HOURS } from '../../src/domain/people/password';

/** The link with which somebody chooses a password, to be sent to them. */
export function OneTimeLink({ name, token }: { name: string; token: string }) {
  return (
    <ShownOnce
      title={`The link for ${name} is ready.`}
      label="One-time link"
      value={new URL(`/join/${token}`, window.location.origin).href}
    >
      Copy it now and send it to {name}: it is shown only once, works once and expires in{' '}
      {LINK_HOURS / 24} days. Anyone who has it can sign in as {name}.
    </ShownOnce>
  );
}
