'use client';

import { useWatch } from 'react-hook-form';
import type { ShownLicense } from '../license-maker';
import type { Stranded } from '../../../src/domain/license/license-errors';
import type { CommandRun } from '../../commands/use-command';
import type { ProposedChange } from '../../../src/domain/license/license-change';
import { licenseMaker } from '../license-maker';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { formatLength } from '../../../src/domain/values/date-range';
import { deviceName } from '../../../src/domain/values/device';
import { LicenseDetails } from '../../../src/domain/license/license-details';
import { strandedBy } from '../../../src/domain/license/stranding';
import { listed } from '../../../src/domain/values/words';
import { DetailsFields } from './details-fields';
import { CommandNotice } from '../../commands/form-words';
import { FormSheet } from '../../forms/form-sheet';
import { useCommandForm } from '../../forms/use-command-form';
import { detailsInput } from '../../../src/wire/forms/license';
import { licenseDraft, typedDetails } from '../license-commands';
import { windowOfDays } from '../offers/place-words';

/** Amending a license's terms, with what the amendment would strand before anything is saved (L6). */
export function AmendSheet({
  shown,
  baseVersion,
  command,
  onTake,
  onEnd,
  onClose,
}: {
  shown: ShownLicense;
  /** The version that the terms were opened at. */
  baseVersion: number;
  command: CommandRun<'amend-license'>;
  /** Makes a change that was proposed instead. */
  onTake: (change: ProposedChange) => void;
  /** Goes on to ending the license after the last day that was typed, ISO 8601. */
  onEnd: (lastDay: string) => void;
  onClose: () => void;
}) {
  const license = licenseMaker(shown)();
  const { form, base, draft, result, submit } = useCommandForm({
    command,
    initial: typedDetails(license.details.toData()),
    check: (values) => ({ codec: detailsInput, typed: values, part: 'details' }),
    draft: { form: licenseDraft.amendment(license.id), version: baseVersion },
  });
  const [firstDay, lastDay, devices] = useWatch({
    control: form.control,
    name: ['firstDay', 'lastDay', 'devices'],
  });
  const window = windowOfDays(firstDay, lastDay);
  const stranded =
    window === null || devices.length === 0
      ? null
      : strandedBy(
          license,
          LicenseDetails.of({
            ...license.details.toData(),
            terms: { ...license.details.terms.toData(), window: window.toData(), devices },
          }),
        );
  const { endsOn } = license.window;
  // Only the last day can be put right by ending the license; an ended one keeps its end.
  const endsEarlier =
    license.closing === null &&
    window !== null &&
    window.endsOn !== null &&
    (endsOn === null || window.endsOn < endsOn);
  return (
    <FormSheet
      eyebrow="Amend terms"
      title={license.details.name}
      form={form}
      draft={draft}
      send="Amend terms"
      isPending={command.phase !== 'idle'}
      onSubmit={submit((details) => ({
        kind: 'amend-license',
        input: { licenseId: license.id, expectedVersion: base.version, details },
      }))}
      onClose={onClose}
    >
      <DetailsFields />
      <StrandedPreview stranded={stranded} />
      <CommandNotice
        result={result}
        onTake={(way) => {
          onTake(way.change);
        }}
        onAgain={() => void command.resend()}
        instead={
          endsEarlier && (
            <Button
              variant="secondary"
              onPress={() => {
                onEnd(lastDay);
              }}
            >
              End it and cut what sticks out
            </Button>
          )
        }
      />
    </FormSheet>
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
        {stranded.slice(0, MAX_NAMED).map(({ offer, outside, missing, formats }) => (
          <li key={offer.window.startsOn}>
            {offer.name}:{' '}
            {[
              ...outside.map(outsideWords),
              ...missingWords(missing.map(deviceName)),
              ...missingWords(formats),
            ].join('; ')}
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
  return missing.length === 0 ? [] : [`needs ${listed(missing)}`];
}
