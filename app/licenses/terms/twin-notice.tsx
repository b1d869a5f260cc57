'use client';

import type { CommandResult } from '../../commands/command-result';
import type { TermsData } from '../../../src/domain/license/terms';
import type { GrantedLicense } from '../../../src/domain/license/twin';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/overlays/notice';
import { DateRange } from '../../../src/domain/values/date-range';
import { formatWords } from '../../../src/domain/values/format';
import { Languages } from '../../../src/domain/values/languages';
import { deviceName } from '../../../src/domain/values/device';

/** The contract grants the same already: both licenses side by side, and the two ways on. */
export function TwinNotice({
  answer,
  twin,
  mine,
  isBusy,
  onGrantTwice,
}: {
  answer: CommandResult;
  twin: GrantedLicense;
  /** What was typed, as far as it can be read. */
  mine: TermsData;
  isBusy: boolean;
  onGrantTwice: () => void;
}) {
  const theirs = termWords(twin.terms);
  const yours = termWords(mine);
  return (
    <Notice
      tone="attention"
      role="alert"
      title={`The contract already grants this with “${twin.name}”.`}
      answer={answer}
    >
      <table className="mt-1 w-full text-table">
        <thead>
          <tr className="text-start text-ink-3">
            <td />
            <th scope="col" className="pe-3 text-start font-normal">
              {twin.name}
            </th>
            <th scope="col" className="text-start font-normal">
              The new one
            </th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.map(([field, label]) => (
            <tr key={field} className="align-baseline">
              <th scope="row" className="pe-3 text-start font-normal text-ink-3">
                {label}
              </th>
              <td className="pe-3">{theirs[field]}</td>
              <td>{yours[field] === theirs[field] ? 'same' : yours[field]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap items-center gap-2 pt-2">
        <LinkButton href={`/licenses/${twin.id}`} variant="primary">
          Open {twin.name}
        </LinkButton>
        <Button variant="quiet" isDisabled={isBusy} onPress={onGrantTwice}>
          Grant it twice
        </Button>
      </div>
    </Notice>
  );
}

const FIELDS = [
  ['rightsType', 'Rights type'],
  ['territories', 'Territories'],
  ['devices', 'Devices'],
  ['formats', 'Formats'],
  ['languages', 'Languages'],
  ['days', 'Days'],
] as const;

function termWords({ rightsType, territories, devices, formats, languages, window }: TermsData) {
  return {
    rightsType,
    territories: territories.join(', '),
    devices: devices.map(deviceName).join(', '),
    formats: formatWords(formats),
    languages: Languages.of(languages).toString(),
    days: DateRange.of(window.startsOn, window.endsOn).toString(),
  };
}
