import type { Field, Verdict } from '../../domain/license/conflict';
import type { DateRangeData } from '../../domain/values/date-range';
import type {
  LicenseChange,
  LicenseState,
  ProposedChange,
} from '../../domain/license/license-change';
import type { LicenseDetailsData } from '../../domain/license/license-details';
import type { OfferData } from '../../domain/license/offer';
import { successor } from '../../domain/license/conflict';
import { DateRange, formatDay } from '../../domain/values/date-range';
import { deviceName } from '../../domain/values/device';
import { rewind } from '../../domain/license/license-change';
import { LicenseDetails } from '../../domain/license/license-details';
import { formatMoney } from '../../domain/values/money';
import { Offer, windowOf } from '../../domain/license/offer';

/** One line of the comparison: a field, or an offer somebody else touched. Words ready to show. */
export interface ConflictRow {
  readonly field: Field | 'other';
  readonly label: string;
  readonly before: string | null;
  /** `null` when not touched. */
  readonly yours: string | null;
  readonly theirs: string | null;
  /** `null` while it is in dispute, or when there is no result. */
  readonly result: string | null;
  readonly origin: 'yours' | 'theirs' | 'both' | 'adjusted' | null;
}

type Words = Partial<Record<Field, string>>;

const LABELS: Record<Field, string> = {
  name: 'Name',
  price: 'Price',
  firstDay: 'First day',
  lastDay: 'Last day',
  devices: 'Devices',
  rightsType: 'Rights type',
  territories: 'Territories',
  notes: 'Notes',
};

function windowWords({ startsOn: start, endsOn: end }: DateRangeData): Words {
  const last = end === null ? 'Open' : formatDay(DateRange.of(start, end).lastDay ?? end);
  return { firstDay: formatDay(start), lastDay: last };
}

function offerWords({ name, price, window, devices }: OfferData): Words {
  return {
    name,
    price: formatMoney(price),
    ...windowWords(window),
    devices: devices.map(deviceName).join(', '),
  };
}

function detailWords({ name, notes, terms }: LicenseDetailsData): Words {
  return {
    name,
    rightsType: terms.rightsType,
    territories: terms.territories.join(', '),
    devices: terms.devices.map(deviceName).join(', '),
    ...windowWords(terms.window),
    notes: notes === '' ? '–' : notes,
  };
}

/** The subject of a change in words, as it was, as the person wants it, as it is now, and as it would be. */
export function comparison(
  change: ProposedChange,
  verdict: Verdict | { kind: 'refused' },
  result: ProposedChange | null,
  latest: LicenseState,
  since: readonly LicenseChange[],
): ConflictRow[] {
  const disputed = verdict.kind === 'disputed' ? verdict.fields : [];
  const base = rewind(latest, since);
  const subject = subjectOf(change, latest, base, since);
  const outcome = result === null ? subject.partial : outcomeOf(result);
  const settled = verdict.kind === 'disputed' ? outcomeOf(verdict.yours) : outcome;
  const rows = (Object.keys(LABELS) as Field[]).flatMap((field): ConflictRow[] => {
    const [before, mine, now] = [
      subject.before?.[field],
      subject.mine[field],
      subject.now?.[field],
    ];
    if (mine === undefined && now === undefined) return [];
    const yours = mine === before ? null : (mine ?? null);
    const theirs = now === before || subject.now === null ? null : (now ?? null);
    if (yours === null && theirs === null && field !== 'name') return [];
    const inDispute = disputed.includes(field);
    const final = inDispute ? null : (settled?.[field] ?? null);
    return [
      {
        field,
        label: field === 'name' ? subject.title : LABELS[field],
        before: before ?? null,
        yours: yours ?? (field === 'name' ? (mine ?? null) : null),
        theirs,
        result: final,
        origin: final === null ? null : originOf(final, yours, theirs),
      },
    ];
  });
  return [...rows, ...othersRows(change, since, subject.followed)];
}

function originOf(final: string, yours: string | null, theirs: string | null) {
  if (final === yours && final === theirs) return 'both';
  if (final === yours) return 'yours';
  if (final === theirs) return 'theirs';
  return yours === null && theirs === null ? null : 'adjusted';
}

interface Subject {
  readonly title: string;
  readonly before: Words | null;
  readonly mine: Words;
  readonly now: Words | null;
  /** What the result says when there is none to apply. */
  readonly partial: Words | null;
  /** The offers whose own changes are shown field by field, not as lines of their own. */
  readonly followed: readonly OfferData[];
}

function subjectOf(
  change: ProposedChange,
  latest: LicenseState,
  base: LicenseState,
  since: readonly LicenseChange[],
): Subject {
  switch (change.kind) {
    case 'license-amended':
      return {
        title: 'License',
        before: detailWords(base.details),
        mine: detailWords(change.after),
        now: detailWords(latest.details),
        partial: null,
        followed: [],
      };
    case 'offer-replaced': {
      const now = successor(change.before, since);
      return {
        title: 'Offer',
        before: offerWords(change.before),
        mine: offerWords(change.after),
        now: now === null ? null : offerWords(now),
        partial: null,
        followed: [change.before],
      };
    }
    case 'offers-generated': {
      const [only, ...more] = change.offers;
      const mine =
        only !== undefined && more.length === 0 ? offerWords(only) : runWords(change.offers);
      return { title: 'New offer', before: null, mine, now: null, partial: null, followed: [] };
    }
    case 'offers-withdrawn': {
      const [only] = change.offers;
      const now = only === undefined ? null : successor(only, since);
      return {
        title: 'Withdraw',
        before: only === undefined ? null : offerWords(only),
        mine: only === undefined ? {} : offerWords(only),
        now: now === null ? null : offerWords(now),
        partial: null,
        followed: change.offers,
      };
    }
  }
}

function runWords(offers: readonly OfferData[]): Words {
  const window = windowOf(offers);
  return {
    name: `${offers.length} offers: ${offers.map(({ name }) => name).join(', ')}`,
    price: offers.map(({ price }) => formatMoney(price)).join(', '),
    ...(window === null ? {} : windowWords(window.toData())),
  };
}

function outcomeOf(change: ProposedChange): Words | null {
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
  }
}

/** What the others did elsewhere on the license: kept, whatever becomes of the command. */
function othersRows(
  change: ProposedChange,
  since: readonly LicenseChange[],
  followed: readonly OfferData[],
): ConflictRow[] {
  const isFollowed = (offer: OfferData) =>
    followed.some((one) => Offer.of(one).equals(Offer.of(offer)));
  return since.flatMap((other): ConflictRow[] => {
    const row = (label: string, theirs: string, result: string): ConflictRow[] => [
      { field: 'other', label, before: null, yours: null, theirs, result, origin: 'theirs' },
    ];
    const inWords = (offer: OfferData) =>
      `${offer.name}, ${formatMoney(offer.price)}, ${Offer.of(offer).window.toString()}`;
    switch (other.kind) {
      case 'offers-generated':
        return other.offers.flatMap((offer) => row('New offer', inWords(offer), 'kept'));
      case 'offers-withdrawn':
        return other.offers.flatMap((offer) => row('Withdrawn', inWords(offer), 'stays withdrawn'));
      case 'offer-replaced':
        return isFollowed(other.before) ? [] : row('Changed offer', inWords(other.after), 'kept');
      case 'license-amended':
        return change.kind === 'license-amended'
          ? []
          : row('Amended terms', LicenseDetails.of(other.after).terms.window.toString(), 'kept');
      case 'license-granted':
        return [];
    }
  });
}
