import { v5 as uuid } from 'uuid';
import type { Command, UnitOfWork } from '../../src/service/unit-of-work';
import type { DemoDeal } from './deal';
import type { LicenseChange } from '../../src/domain/license/license-change';
import type { LicenseCommand } from '../../src/service/license/license-at-version';
import { recordContract } from '../../src/service/contract/contract-service';
import {
  amendLicense,
  grantLicense,
  rearrangeOffers,
  replaceOffer,
  withdrawOffers,
} from '../../src/service/license/license-service';
import { generateOffers } from '../../src/service/license/generate-offers';
import { DemoCalendar } from './calendar';
import { licenseStory } from './license-story';
import { WorkingHours, workerOn } from './staff';

const NAMESPACE = '5f0c2f5e-7d6b-5b0e-9b3b-5a1d4c0e8a11';

/** The same things have the same ids in every database, so that links survive a fresh start. */
export function demoId(place: string): string {
  return uuid(place, NAMESPACE);
}

/** Something that somebody did at some instant. */
export interface DemoEvent {
  /** ISO 8601 in UTC. */
  readonly at: string;
  tell(unitOfWork: UnitOfWork): Promise<unknown>;
}

/** Everything that happened under some contracts, in the order of the instants. */
export function chronicle(deals: readonly DemoDeal[], today: string): DemoEvent[] {
  const calendar = new DemoCalendar(today);
  const events = deals.flatMap((deal) => eventsOf(deal, calendar));
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function eventsOf(deal: DemoDeal, calendar: DemoCalendar): DemoEvent[] {
  const place = `${deal.studio}/${deal.reference}`;
  const contractId = demoId(place);
  const hours = new WorkingHours(place, calendar.day(deal.recorded), calendar.today);
  const signedOn = calendar.day(deal.signed);
  const command = commandOf(place, place, hours.begin());
  const details = {
    studio: deal.studio,
    reference: calendar.text(deal.reference, signedOn),
    signedOn,
    notes: deal.notes ?? '',
  };
  const recorded: DemoEvent = {
    at: command.at,
    tell: (unitOfWork) => recordContract({ ...command, contractId, details }, unitOfWork),
  };
  const later = deal.licenses.flatMap((license) => {
    const address = `${place}/${license.name}`;
    const licenseId = demoId(address);
    const story = licenseStory(license, calendar);
    const revisions = license.later?.length ?? 0;
    hours.nextLicense(revisions);
    return story.map((change, index): DemoEvent => {
      const at = index < story.length - revisions ? hours.soon() : hours.later();
      const made = commandOf(`${address}/${index + 1}`, address, at);
      return {
        at,
        tell: (unitOfWork) =>
          tellChange(
            change,
            { ...made, licenseId, expectedVersion: index },
            contractId,
            unitOfWork,
          ),
      };
    });
  });
  return [recorded, ...later];
}

function commandOf(what: string, desk: string, at: string): Command {
  return { key: demoId(`${what}/command`), actor: workerOn(desk, at), at };
}

function tellChange(
  change: LicenseChange,
  command: LicenseCommand,
  contractId: string,
  unitOfWork: UnitOfWork,
): Promise<unknown> {
  switch (change.kind) {
    case 'license-granted': {
      const { key, actor, at, licenseId } = command;
      const { details } = change;
      return grantLicense({ key, actor, at, licenseId, contractId, details }, unitOfWork);
    }
    case 'offers-generated':
      return generateOffers(
        { ...command, plan: { kind: 'at', offers: change.offers } },
        unitOfWork,
      );
    case 'offer-replaced':
      return replaceOffer({ ...command, before: change.before, after: change.after }, unitOfWork);
    case 'offers-withdrawn':
      return withdrawOffers({ ...command, offers: change.offers }, unitOfWork);
    case 'offers-rearranged':
      return rearrangeOffers(
        {
          ...command,
          replaced: change.replaced,
          added: change.added,
          withdrawn: change.withdrawn,
        },
        unitOfWork,
      );
    case 'license-amended':
      return amendLicense({ ...command, details: change.after }, unitOfWork);
    case 'license-closed':
    case 'license-reopened':
      throw new Error('The demo closes no licenses.');
  }
}
