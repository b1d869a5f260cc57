import type { LicensedOffer, OfferRef } from '../../src/domain/content/clash';
import type { ContentChange } from '../../src/domain/content/content-change';
import type { ContentKind } from '../../src/domain/content/content-kind';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { Identifier } from '../../src/domain/content/identifier';
import type { Neighbor } from '../../src/domain/content/title-rules';
import type { Command, ContentRepository } from '../../src/service/unit-of-work';
import type { Contents, StoredContent, Write } from './stored';
import { refOf, sameRef } from '../../src/domain/content/clash';
import { Content } from '../../src/domain/content/content';
import { assignmentsIn, refOfAssignment, released } from '../../src/domain/content/content-change';
import { ContentDetails } from '../../src/domain/content/content-details';
import { contentKind } from '../../src/domain/content/content-kind';
import { LicenseDetails } from '../../src/domain/license/license-details';
import { Offer } from '../../src/domain/license/offer';
import { Stale } from '../../src/service/errors';
import { copied, lineOf } from './stored';

/** Titles of the unit of work in memory. */
export class FakeContents implements ContentRepository {
  constructor(
    private readonly read: () => Contents,
    private readonly writes: Write[],
    private readonly command: Command,
  ) {}

  get(id: string): Promise<Content | null> {
    return Promise.resolve(this.content(id));
  }

  getAll(ids: readonly string[]): Promise<readonly Content[]> {
    return Promise.resolve([...new Set(ids)].flatMap((id) => this.content(id) ?? []));
  }

  kindsOf(ids: readonly string[]): Promise<ReadonlyMap<string, ContentKind>> {
    const { contents } = this.read();
    const kinds = ids.flatMap((id) => {
      const stored = contents[id];
      return stored === undefined ? [] : [[id, contentKind(stored.details.kind)] as const];
    });
    return Promise.resolve(new Map(kinds));
  }

  takenBy(
    identifiers: readonly Identifier[],
    exceptIds: readonly string[],
  ): Promise<Identifier | null> {
    const others = Object.entries(this.read().contents).filter(([id]) => !exceptIds.includes(id));
    const taken = identifiers.find(({ scheme, value }) =>
      others.some(([, { details }]) =>
        details.identifiers.some((one) => one.scheme === scheme && one.value === value),
      ),
    );
    return Promise.resolve(taken ?? null);
  }

  assignedTo(licenseId: string, startsOn: readonly IsoDate[]): Promise<readonly string[]> {
    const users = Object.entries(this.read().contents).filter(([, { assignments }]) =>
      assignments.some(
        (ref) =>
          ref.licenseId === licenseId && (startsOn as readonly string[]).includes(ref.startsOn),
      ),
    );
    return Promise.resolve(users.map(([id]) => id));
  }

  releasedBy(licenseId: string, version: number) {
    const { history, contents } = this.read();
    const { key } =
      history.find((line) => line.aggregateId === licenseId && line.version === version) ?? {};
    return Promise.resolve(
      history
        .filter((line) => line.key === key && contents[line.aggregateId] !== undefined)
        .flatMap((line) => released(line.aggregateId, line.change as ContentChange, licenseId)),
    );
  }

  neighbors(licenseId: string, startsOn?: readonly IsoDate[]): Promise<readonly Neighbor[]> {
    const pairs = new Map<string, Neighbor>();
    for (const { details, assignments } of Object.values(this.read().contents)) {
      const mine = assignments.filter(
        (ref) =>
          ref.licenseId === licenseId &&
          (startsOn === undefined || (startsOn as readonly string[]).includes(ref.startsOn)),
      );
      for (const own of mine)
        for (const ref of assignments.filter((other) => other.licenseId !== licenseId)) {
          const key = `${own.startsOn} ${ref.licenseId} ${ref.startsOn}`;
          const titles = (pairs.get(key)?.titles ?? 0) + 1;
          pairs.set(key, {
            startsOn: own.startsOn as IsoDate,
            other: this.licensed(ref),
            titles,
            example: details.title,
          });
        }
    }
    return Promise.resolve([...pairs.values()]);
  }

  candidates(id: string, after: IsoDate): Promise<readonly LicensedOffer[]> {
    const { contents, licenses } = this.read();
    const assignments = contents[id]?.assignments ?? [];
    const found = [...new Set(assignments.map(({ licenseId }) => licenseId))].flatMap((licenseId) =>
      (licenses[licenseId]?.offers ?? [])
        .filter(({ window }) => window.endsOn === null || window.endsOn > after)
        .map(({ window }) => this.licensed({ licenseId, startsOn: window.startsOn }))
        .filter((offer) => !assignments.some((ref) => sameRef(ref, refOf(offer)))),
    );
    return Promise.resolve(
      found
        .sort((a, b) => (a.offer.window.startsOn < b.offer.window.startsOn ? -1 : 1))
        .slice(0, 5),
    );
  }

  add(contents: readonly Content[]): void {
    for (const content of contents) this.write(content);
  }

  remove(contents: readonly Content[]): void {
    for (const { id, version, details } of contents) {
      const removal = { kind: 'content-removed', name: details.title } as const;
      const line = lineOf(id, version, this.command, removal);
      this.writes.push((stored) => {
        if (stored.contents[id]?.version !== version) throw new Stale('content', id, version);
        const { [id]: removed, ...others } = stored.contents;
        return { ...stored, contents: others, history: [...stored.history, line] };
      });
    }
  }

  save(contents: readonly Content[]): void {
    for (const content of contents) if (content.change !== null) this.write(content);
  }

  private content(id: string): Content | null {
    const stored = copied(this.read().contents[id]);
    if (stored === undefined) return null;
    const assigned = stored.assignments
      .map((ref) => this.licensed(ref))
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    return Content.reconstitute(id, stored.version, ContentDetails.of(stored.details), assigned);
  }

  private licensed({ licenseId, startsOn }: OfferRef): LicensedOffer {
    const license = copied(this.read().licenses[licenseId]);
    const offer = license?.offers.find(({ window }) => window.startsOn === startsOn);
    if (license === undefined || offer === undefined)
      throw new Error(`License ${licenseId} has no offer of ${startsOn}.`);
    const { name, terms } = LicenseDetails.of(license.details);
    return {
      licenseId,
      licenseVersion: license.version,
      licenseName: name,
      rightsType: terms.rightsType,
      territories: terms.territories,
      offer: Offer.of(offer),
    };
  }

  private write({ id, version, details, change }: Content): void {
    if (change === null) throw new Error('Only a title that changed is written.');
    const line = lineOf(id, version, this.command, change);
    const next = copied(details.toData());
    this.writes.push((contents) => {
      const before = contents.contents[id];
      if ((before?.version ?? 0) !== version) throw new Stale('content', id, version);
      return {
        ...contents,
        contents: {
          ...contents.contents,
          [id]: {
            version: version + 1,
            details: next,
            assignments: assignmentsAfter(before, line.change as ContentChange),
          },
        },
        history: [...contents.history, line],
      };
    });
  }
}

function assignmentsAfter(
  before: StoredContent | undefined,
  change: ContentChange,
): readonly OfferRef[] {
  const now = before?.assignments ?? [];
  const without = (gone: readonly OfferRef[]) =>
    now.filter((ref) => !gone.some((one) => sameRef(one, ref)));
  const { taken, given } = assignmentsIn(change);
  return [...without(taken.map(refOfAssignment)), ...given.map(refOfAssignment)];
}

function orderOf({ licenseId, offer }: LicensedOffer): string {
  return `${offer.window.startsOn} ${licenseId}`;
}
