import type { LicenseDetailsData } from '../../../src/domain/license/license-details';
import type { OfferDifference } from '../../../src/domain/license/history/version-difference';
import type { LicenseClosing } from '../../../src/domain/closing';
import { CLOSED_NAMES } from '@/words/closing-words';
import { offerWords } from '../../content/offer-words';
import { DateRange } from '../../../src/domain/values/date-range';
import { deviceName } from '../../../src/domain/values/device';
import { formatWords } from '../../../src/domain/values/format';
import { Languages } from '../../../src/domain/values/languages';

/** What of a license its versions are compared by. */
export interface ComparedVersion {
  readonly details: LicenseDetailsData;
  readonly closing: LicenseClosing | null;
}

/** Something that is not the same in two versions. */
export interface DifferenceRow {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** `withdrawn`; empty where both values say it. */
  readonly means: string;
}

/** The fields of two versions that differ, in words. */
export function fieldRows(before: ComparedVersion, after: ComparedVersion): DifferenceRow[] {
  const [one, other] = [fieldsOf(before), fieldsOf(after)];
  return Object.entries(one).flatMap(([what, text]) => {
    const next = other[what] ?? '';
    return text === next ? [] : [{ what, before: text, after: next, means: '' }];
  });
}

/** The fields that are the same in both, by name. */
export function sameFields(before: ComparedVersion, after: ComparedVersion): readonly string[] {
  const other = fieldsOf(after);
  return Object.entries(fieldsOf(before)).flatMap(([what, text]) =>
    text === other[what] ? [what] : [],
  );
}

function fieldsOf({ details, closing }: ComparedVersion): Readonly<Record<string, string>> {
  const { name, notes, terms } = details;
  return {
    Name: name,
    'Rights type': terms.exclusive ? `${terms.rightsType} exclusive` : terms.rightsType,
    Territories: [...terms.territories].sort().join(', '),
    Devices: terms.devices.map(deviceName).join(', '),
    Formats: formatWords(terms.formats),
    Languages: Languages.of(terms.languages).toString(),
    Window: DateRange.of(terms.window.startsOn, terms.window.endsOn).toString(),
    Closed: closing === null ? '–' : `${CLOSED_NAMES[closing.kind]}: ${closing.reason}`,
    Notes: notes === '' ? '–' : notes,
  };
}

/** An offer that differs, in words. */
export function offerRow({ before, after }: OfferDifference): DifferenceRow {
  const name = after?.name ?? before?.name ?? '';
  const words = (offer: OfferDifference['before']) => (offer === null ? '–' : offerWords(offer));
  return { what: name, before: words(before), after: words(after), means: meaning(before, after) };
}

/** What became of an offer: `added`, `renamed`, `other price and days`. */
export function meaning(
  before: OfferDifference['before'],
  after: OfferDifference['after'],
): string {
  if (after === null) return 'withdrawn';
  if (before === null) return 'added';
  const days = ({ window }: typeof after) =>
    DateRange.of(window.startsOn, window.endsOn).toString();
  const parts = [
    ...(JSON.stringify(before.prices) === JSON.stringify(after.prices) ? [] : ['price']),
    ...(days(before) === days(after) ? [] : ['days']),
    ...(before.devices.join() === after.devices.join() ? [] : ['devices']),
  ];
  if (parts.length === 0) return `was named ${before.name}`;
  return `other ${parts.join(' and ')}`;
}
