import type {
  LicenseChange,
  LicenseState,
  ProposedChange,
} from '../../src/domain/license/license-change';
import type { OfferData } from '../../src/domain/license/offer';
import type { DemoCalendar } from './calendar';
import type { DemoLicense, Revision } from './deal';
import { DateRange, addDays, isoDate } from '../../src/domain/values/date-range';
import { replay } from '../../src/domain/license/license-change';
import { UNRESTRICTED } from '../../src/domain/license/terms';
import { LicenseDetails } from '../../src/domain/license/license-details';
import { onePrice } from '../../src/domain/license/price-list';
import { Money } from '../../src/domain/values/money';

/** Every change of a license in order, the first its grant: the change at index `n` makes version `n + 1`. */
export function licenseStory(license: DemoLicense, calendar: DemoCalendar): LicenseChange[] {
  const window = DateRange.of(
    calendar.day(license.from),
    license.until === undefined ? null : calendar.day(license.until),
  );
  const { rightsType, territories, devices } = license;
  const details = LicenseDetails.of({
    name: calendar.text(license.name, window.startsOn),
    notes: license.notes ?? '',
    terms: { ...UNRESTRICTED, rightsType, territories, devices, window: window.toData() },
  });
  const story: LicenseChange[] = [{ kind: 'license-granted', details: details.toData() }];
  for (const offers of license.plan(window, calendar).filter(({ length }) => length > 0))
    story.push({
      kind: 'offers-generated',
      offers: offers.map((planned) => ({ ...planned, devices })),
    });
  for (const revision of license.later ?? [])
    story.push(changeOf(revision, replay(story), calendar));
  return story;
}

function changeOf(
  revision: Revision,
  { details, offers }: LicenseState,
  calendar: DemoCalendar,
): ProposedChange {
  const called = (name: string): OfferData => {
    const found = offers.find((offer) => offer.name === name);
    if (found === undefined) throw new Error(`${details.name} has no offer ${name}.`);
    return found;
  };
  const replaced = (name: string, by: (before: OfferData) => Partial<OfferData>) => {
    const before = called(name);
    return { kind: 'offer-replaced' as const, before, after: { ...before, ...by(before) } };
  };
  const amended = (after: Partial<typeof details>) => ({
    kind: 'license-amended' as const,
    before: details,
    after: LicenseDetails.of({ ...details, ...after }).toData(),
  });
  const { terms } = details;
  switch (revision.kind) {
    case 'reprice':
      return replaced(revision.offer, ({ prices }) => ({
        prices: prices.map((line) => ({
          ...line,
          amount: Money.parse(revision.price, line.amount?.currency ?? 'USD').toData(),
        })),
      }));
    case 'rename':
      return replaced(revision.offer, () => ({ name: revision.to }));
    case 'shorten':
      return replaced(revision.offer, ({ window: { startsOn: start, endsOn: end } }) => ({
        window: {
          startsOn: start,
          endsOn: end === null ? null : addDays(isoDate(end), -revision.days),
        },
      }));
    case 'devices':
      return replaced(revision.offer, () => ({ devices: revision.devices }));
    case 'withdraw':
      return { kind: 'offers-withdrawn', offers: revision.offers.map(called) };
    case 'add':
      return { kind: 'offers-generated', offers: [added(revision, terms.devices, calendar)] };
    case 'extend': {
      const window = { startsOn: terms.window.startsOn, endsOn: calendar.day(revision.until) };
      return amended({ terms: { ...terms, window } });
    }
    case 'territories': {
      const territories = [...terms.territories, ...revision.add];
      return amended({ terms: { ...terms, territories } });
    }
    case 'note':
      return amended({ notes: revision.notes });
  }
}

function added(
  { offer, price, currency, from, until }: Extract<Revision, { kind: 'add' }>,
  devices: readonly string[],
  calendar: DemoCalendar,
): OfferData {
  return {
    name: offer,
    prices: onePrice(Money.parse(price, currency).toData()),
    window: { startsOn: calendar.day(from), endsOn: calendar.day(until) },
    devices,
  };
}
