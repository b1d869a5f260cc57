'use client';

import { useId, useState } from 'react';
import type { License } from '../../src/domain/license/license';
import type { Stranded } from '../../src/domain/license/license-errors';
import type { CommandRun } from '../commands/use-command';
import type { ProposedChange } from '../../src/domain/license/license-change';
import { Notice } from '@/ui/overlays/notice';
import { SheetFooter } from '@/ui/overlays/sheet-footer';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { formatLength } from '../../src/domain/values/date-range';
import { deviceName } from '../../src/domain/values/device';
import { LicenseDetails } from '../../src/domain/license/license-details';
import { listed } from '../../src/domain/values/words';
import { DetailsFields } from './details-fields';
import { CommandNotice, fieldError } from '../commands/form-words';
import { detailsOfForm, typedDetails } from './license-commands';
import { windowOfDays } from './offers/place-words';

/** Amending a license's terms, with what the amendment would strand before anything is saved (L6). */
export function AmendSheet({
  makeLicense,
  baseVersion,
  command,
  onTake,
  onClose,
}: {
  makeLicense: () => License;
  /** The version that the terms were opened at. */
  baseVersion: number;
  command: CommandRun<'amend-license'>;
  /** Makes a change that was proposed instead. */
  onTake: (change: ProposedChange) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const license = makeLicense();
  const initial = typedDetails(license.details.toData());
  const [terms, setTerms] = useState<{
    firstDay: string | null;
    lastDay: string | null;
    devices: string[];
  }>({ firstDay: initial.firstDay, lastDay: initial.lastDay, devices: initial.devices });
  const window = windowOfDays(terms.firstDay, terms.lastDay);
  const stranded =
    window === null || terms.devices.length === 0
      ? null
      : license.strandedBy(
          LicenseDetails.of({
            ...license.details.toData(),
            terms: {
              ...license.details.terms.toData(),
              window: window.toData(),
              devices: terms.devices,
            },
          }),
        );
  return (
    <SideSheet
      isOpen
      isWide
      onClose={onClose}
      eyebrow="Amend terms"
      title={initial.name}
      footer={
        <SheetFooter
          formId={formId}
          send="Amend terms"
          isPending={command.phase !== 'idle'}
          onCancel={onClose}
        />
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void command.send({
            kind: 'amend-license',
            input: {
              licenseId: license.id,
              expectedVersion: baseVersion,
              details: detailsOfForm(event.currentTarget),
            },
          });
        }}
      >
        <DetailsFields
          initial={initial}
          errorOf={(field) => fieldError(command.result, field)}
          onTermsChange={(part) => {
            setTerms((before) => ({ ...before, ...part }));
          }}
        />
        <StrandedPreview stranded={stranded} />
        <CommandNotice
          result={command.result}
          onTake={(way) => {
            onTake(way.change);
          }}
          onAgain={() => void command.resend()}
        />
      </form>
    </SideSheet>
  );
}

/** How many stranded offers are named before the rest is counted. */
const MAX_NAMED = 6;

function StrandedPreview({ stranded }: { stranded: readonly Stranded[] | null }) {
  if (stranded === null) return null;
  if (stranded.length === 0)
    return (
      <Notice tone="ok" role="status">
        Every offer still fits these terms.
      </Notice>
    );
  return (
    <Notice
      tone="attention"
      role="status"
      title={`${stranded.length === 1 ? '1 offer' : `${stranded.length} offers`} would no longer fit`}
    >
      <ul className="mt-1 flex flex-col gap-1">
        {stranded.slice(0, MAX_NAMED).map(({ offer, outside, missing }) => (
          <li key={offer.window.startsOn}>
            {offer.name}: {[...outside.map(outsideWords), ...missingWords(missing)].join('; ')}
          </li>
        ))}
        {stranded.length > MAX_NAMED && <li>and {stranded.length - MAX_NAMED} more</li>}
      </ul>
    </Notice>
  );
}

function outsideWords(outside: Stranded['outside'][number]): string {
  return outside.days === null
    ? `outside from ${outside.toString()}`
    : `${formatLength(outside.days)} outside (${outside.toString()})`;
}

function missingWords(missing: readonly string[]): string[] {
  return missing.length === 0 ? [] : [`needs ${listed(missing.map(deviceName))}`];
}
