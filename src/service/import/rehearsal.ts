import type { StoredRights } from '../../domain/avails/planning/stored-rights';
import { ContentDetails } from '../../domain/content/content-details';
import { Takedown } from '../../domain/content/takedown';
import { LicenseDetails } from '../../domain/license/license-details';
import { Offer } from '../../domain/license/offer';
import { Timeline } from '../../domain/license/timeline';
import { MemoryStorage } from '../memory/memory-storage';
import { MemoryUnitOfWork } from '../memory/memory-unit-of-work';

/**
 * A unit of work on a copy of what is stored, in memory: what commands would be answered with, without storing anything. It
 * knows the licenses and titles it was made from and no history, so it rehearses only what was planned on them.
 */
export class Rehearsal extends MemoryUnitOfWork {
  constructor({ contracts, licenses, titles }: StoredRights) {
    const storage = new MemoryStorage(null);
    for (const { id, studio, reference, closing } of contracts) {
      const details = { studio, reference, signedOn: '2000-01-01', notes: '' };
      storage.setContract(id, { version: 1, details, closing });
    }
    for (const [id, { contractId, version, details, offers, closing }] of licenses)
      storage.setLicense(id, {
        contractId,
        version,
        details: LicenseDetails.of(details),
        timeline: Timeline.whole(offers.map(Offer.of)),
        closing,
      });
    for (const { id, version, details, offers, takedowns, closing } of titles)
      storage.setContent(id, {
        version,
        details: ContentDetails.stored(details),
        refs: offers,
        takedowns: takedowns.map(Takedown.of),
        closing,
      });
    super(storage);
  }

  /** Rehearses some commands together: when one is refused, none of them has happened. @throws what they throw */
  async together(work: () => Promise<void>): Promise<void> {
    const { journal } = this.storage;
    const begun = journal.begin();
    try {
      await work();
    } catch (refusal) {
      journal.forget(begun);
      throw refusal;
    }
    journal.keep();
  }

  versionsNow = (ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const { contracts, licenses, contents } = this.storage;
    const versions = ids.flatMap((id) => {
      const found = licenses.get(id) ?? contents.get(id) ?? contracts.get(id);
      return found === undefined ? [] : [[id, found.version] as const];
    });
    return Promise.resolve(new Map(versions));
  };
}
