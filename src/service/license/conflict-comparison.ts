import type { Field, Verdict } from '../../domain/license/conflict';
import type { Compared, OtherChange, Words } from '../conflict/comparison';
import type { ConflictRow } from '../conflict/conflict';
import type { DateRangeData } from '../../domain/values/date-range';
import type {
  LicenseChange,
  LicenseState,
  ProposedChange,
} from '../../domain/license/license-change';
import type { LicenseDetailsData } from '../../domain/license/license-details';
import type { OfferData } from '../../domain/license/offer';
import { fieldRows, NONE, otherRows } from '../conflict/comparison';
import { successor } from '../../domain/license/conflict';
import { DateRange, formatDay } from '../../domain/values/date-range';
import { deviceName } from '../../domain/values/device';
import { describeClosing } from '../../domain/closing';
import { describeChange, rewind } from '../../domain/license/license-change';
import { LicenseDetails } from '../../domain/license/license-details';
import { formatWords } from '../../domain/values/format';
import { Languages } from '../../domain/values/languages';
import { pricesInWords } from '../../domain/license/price-list';
import { Offer, windowOf } from '../../domain/license/offer';

type LicenseWords = Words<Field>;

const LABELS: Record<Field, string> = {
  name: 'Name',
  prices: 'Price',
  firstDay: 'First day',
  lastDay: 'Last day',
  devices: 'Devices',
  rightsType: 'Rights type',
  territories: 'Territories',
  formats: 'Formats',
  languages: 'Languages',
  exclusive: 'Exclusive',
  notes: 'Notes',
};

function windowWords({ startsOn: start, endsOn: end }: DateRangeData): LicenseWords {
  const last = end === null ? 'Open' : formatDay(DateRange.of(start, end).lastDay ?? end);
  return { firstDay: formatDay(start), lastDay: last };
}

function offerWords({ name, prices, window, devices }: OfferData): LicenseWords {
  return {
    name,
    prices: pricesInWords(prices),
    ...windowWords(window),
    devices: devices.map(deviceName).join(', '),
  };
}

function detailWords({ name, notes, terms }: LicenseDetailsData): LicenseWords {
  return {
    name,
    rightsType: terms.rightsType,
    territories: terms.territories.join(', '),
    formats: formatWords(terms.formats),
    languages: Languages.of(terms.languages).toString(),
    exclusive: terms.exclusive ? 'Yes' : 'No',
    devices: terms.devices.map(deviceName).join(', '),
    ...windowWords(terms.window),
    notes: notes === '' ? NONE : notes,
  };
}

/** The subject of a change in words, as it was, as the person wants it, as it is now, and as it would be. */
export function comparison(
  change: ProposedChange,
  verdict: Verdict | { kind: 'refused' },
  result: ProposedChange | null,
  latest: LicenseState,
  { since, unread }: { readonly since: readonly LicenseChange[]; readonly unread: number },
): ConflictRow<Field>[] {
  const { title, before, mine, now, followed } = subjectOf(change, latest, since);
  const isDisputed = verdict.kind === 'disputed';
  const outcome = isDisputed ? verdict.yours : result;
  const compared = {
    before,
    mine,
    now,
    result: outcome === null ? null : outcomeOf(outcome),
    disputed: isDisputed ? verdict.fields : [],
  };
  return [
    ...fieldRows({ ...LABELS, name: title }, compared, 'name'),
    ...otherRows(
      since.flatMap((other) => elsewhere(other, change, followed)),
      unread,
    ),
  ];
}

interface Subject extends Pick<Compared<Field>, 'before' | 'mine' | 'now'> {
  readonly title: string;
  /** The offers whose own changes are shown field by field, not as lines of their own. */
  readonly followed: readonly OfferData[];
}

function subjectOf(
  change: ProposedChange,
  latest: LicenseState,
  since: readonly LicenseChange[],
): Subject {
  switch (change.kind) {
    case 'license-amended':
      return {
        title: 'License',
        before: detailWords(rewind(latest, since).details),
        mine: detailWords(change.after),
        now: detailWords(latest.details),
        followed: [],
      };
    case 'offer-replaced': {
      const now = successor(change.before, since);
      return {
        title: 'Offer',
        before: offerWords(change.before),
        mine: offerWords(change.after),
        now: now === null ? null : offerWords(now),
        followed: [change.before],
      };
    }
    case 'offers-generated': {
      const [only, ...more] = change.offers;
      const mine =
        only !== undefined && more.length === 0 ? offerWords(only) : runWords(change.offers);
      return { title: 'New offer', before: null, mine, now: null, followed: [] };
    }
    case 'offers-withdrawn': {
      const [only] = change.offers;
      const now = only === undefined ? null : successor(only, since);
      return {
        title: 'Withdraw',
        before: only === undefined ? null : offerWords(only),
        mine: only === undefined ? {} : offerWords(only),
        now: now === null ? null : offerWords(now),
        followed: change.offers,
      };
    }
    case 'offers-rearranged': {
      const named = [...change.replaced.map(({ before }) => before), ...change.withdrawn];
      const now = named.flatMap((offer) => successor(offer, since) ?? []);
      return {
        title: 'Make room',
        before: runWords(named),
        mine: { name: describeChange(change) },
        now: runWords(now),
        followed: named,
      };
    }
    case 'license-closed':
    case 'license-reopened': {
      const state = rewind(latest, since);
      return {
        title: change.kind === 'license-closed' ? 'Close' : 'Bring back',
        before: stateWords(state),
        mine: { name: describeChange(change), ...windowWords(change.after) },
        now: stateWords(latest),
        followed: [],
      };
    }
  }
}

/** Whether a license is in use, and until when. */
function stateWords({ details, closing }: LicenseState): LicenseWords {
  return {
    name: closing === null ? 'in use' : describeClosing(closing),
    ...windowWords(details.terms.window),
  };
}

function runWords(offers: readonly OfferData[]): LicenseWords {
  const window = windowOf(offers);
  return {
    name: `${offers.length} offers: ${offers.map(({ name }) => name).join(', ')}`,
    prices: offers.map(({ prices }) => pricesInWords(prices)).join(', '),
    ...(window === null ? {} : windowWords(window.toData())),
  };
}

function outcomeOf(change: ProposedChange): LicenseWords | null {
  switch (change.kind) {
    case 'license-amended':
      return detailWords(change.after);
    case 'offer-replaced':
      return offerWords(change.after);
    case 'offers-generated': {
      const [only, ...more] = change.offers;
      return only !== undefined && more.length === 0 ? offerWords(only) : runWords(change.offers);
    }
    case 'offers-withdrawn':
      return { name: 'withdrawn' };
    case 'offers-rearranged':
      return { name: describeChange(change) };
    case 'license-closed':
    case 'license-reopened':
      return { name: describeChange(change), ...windowWords(change.after) };
  }
}

/** What another change did elsewhere on the license. */
function elsewhere(
  other: LicenseChange,
  change: ProposedChange,
  followed: readonly OfferData[],
): OtherChange[] {
  const isFollowed = (offer: OfferData) =>
    followed.some((one) => Offer.of(one).equals(Offer.of(offer)));
  switch (other.kind) {
    case 'offers-generated':
      return other.offers.map((offer) => ({ label: 'New offer', theirs: inWords(offer) }));
    case 'offers-withdrawn':
      return other.offers.map(withdrawn);
    case 'offer-replaced':
      return isFollowed(other.before)
        ? []
        : [{ label: 'Changed offer', theirs: inWords(other.after) }];
    case 'offers-rearranged':
      return [
        ...other.replaced
          .filter(({ before }) => !isFollowed(before))
          .map(({ after }) => ({ label: 'Changed offer', theirs: inWords(after) })),
        ...other.added.map(({ offer }) => ({ label: 'New offer', theirs: inWords(offer) })),
        ...other.withdrawn.filter((offer) => !isFollowed(offer)).map(withdrawn),
      ];
    case 'license-amended':
      return change.kind === 'license-amended'
        ? []
        : [
            {
              label: 'Amended terms',
              theirs: LicenseDetails.of(other.after).terms.window.toString(),
            },
          ];
    case 'license-closed':
      return [
        { label: 'License', theirs: describeChange(other) },
        ...(other.replaced === null || isFollowed(other.replaced.before)
          ? []
          : [{ label: 'Cut', theirs: inWords(other.replaced.after) }]),
        ...other.offers.filter((offer) => !isFollowed(offer)).map(withdrawn),
      ];
    case 'license-reopened':
      return [{ label: 'License', theirs: describeChange(other) }];
    case 'license-granted':
      return [];
  }
}

function withdrawn(offer: OfferData): OtherChange {
  return { label: 'Withdrawn', theirs: inWords(offer), result: 'stays withdrawn' };
}

function inWords(offer: OfferData): string {
  return `${offer.name}, ${pricesInWords(offer.prices)}, ${Offer.of(offer).window.toString()}`;
}
