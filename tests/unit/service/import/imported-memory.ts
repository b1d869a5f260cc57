import type { OfferRef } from '../../../../src/domain/content/clash';
import type { ImportItem } from '../../../../src/domain/avails/planning/import-plan';
import type { StoredRights } from '../../../../src/domain/avails/planning/stored-rights';
import type { ImportedChange } from '../../../../src/service/import/import-undo';
import type { ImportOrder } from '../../../../src/service/import/import-execution';
import type { Cells } from '../../../builders/sheet-builders';
import { useKey } from '../../../../src/domain/avails/planning/stored-rights';
import { planImport } from '../../../../src/domain/avails/planning/plan-import';
import { pricesInWords } from '../../../../src/domain/license/price-list';
import { Languages, requireLanguageTag } from '../../../../src/domain/values/languages';
import { rangeOf } from '../../../../src/domain/avails/vocabulary/rights-chart';
import { Takedown } from '../../../../src/domain/content/takedown';
import { actor } from '../../../../src/domain/people/actor';
import { DateRange, isoDate } from '../../../../src/domain/values/date-range';
import { takeDownTitle } from '../../../../src/service/content/takedown-service';
import { applyGroup } from '../../../../src/service/import/import-execution';
import { takeBack } from '../../../../src/service/import/import-undo';
import { aCommand } from '../../../builders/command-builders';
import { anId } from '../../../builders/license-builders';
import { checkOf, someRules, TODAY } from '../../../builders/sheet-builders';
import { ReadableMemory } from '../../../fakes/readable-memory';
import { ImportedRows } from './imported-rows';

/** What an import did: its review, and what stood against its groups. */
export interface Imported {
  readonly id: string;
  readonly items: readonly ImportItem[];
  readonly blocked: readonly string[];
}

const NO_TITLE = { takedowns: [], assignments: [] };

/** Imports files into the unit of work in memory, as the product does into PostgreSQL. */
export class ImportedMemory {
  private readonly memory = new ReadableMemory();
  private readonly imports: string[] = [];
  private readonly rows = new ImportedRows();
  private readonly rules = someRules({ contract: 'NL-1' });

  /**
   * Imports rows of which none has an error.
   *
   * @param today the day of the import
   */
  async import(rows: readonly Cells[], today = TODAY): Promise<Imported> {
    const { problems } = checkOf(rows);
    if (problems.some(({ severity }) => severity === 'error'))
      throw new Error('Every row must be valid.');
    return this.importAll(rows, today);
  }

  /** Imports rows, some of which may have errors. */
  async importAll(rows: readonly Cells[], today = TODAY): Promise<Imported> {
    const id = anId();
    const file = checkOf(rows, {}, today);
    const newId = (name: string) => `${id} ${name}`;
    const plan = planImport(file, this.stored(), this.rules, newId, isoDate(today), 'a.xlsx');
    this.imports.push(id);
    for (const [index, group] of plan.groups.entries())
      if (group.blocked === null)
        await applyGroup(group, `group ${index}`, this.order(id), this.memory, this.versionsNow);
    this.rows.add(id, file, plan.rows);
    return {
      id,
      items: [...plan.groups.flatMap(({ items }) => items), ...plan.unchanged],
      blocked: plan.groups.flatMap(({ blocked }) => blocked ?? []),
    };
  }

  async undo({ id }: Imported): Promise<void> {
    const changes = this.memory.contents.history
      .filter(({ key }) => key.startsWith(id))
      .map((line) => ({ ...line, id: line.aggregateId }) as ImportedChange);
    await takeBack(changes, this.order(id), this.memory, this.versionsNow);
    this.rows.drop(id);
  }

  /** Takes the only title down everywhere from a day on, as a person. */
  async takeDown(startsOn: string): Promise<void> {
    const [[contentId, { version }] = ['', { version: 0 }]] = Object.entries(
      this.memory.contents.contents,
    );
    const plan = { startsOn, territories: null, rightsTypes: null, reason: 'Rights dispute' };
    await takeDownTitle({ ...aCommand(), contentId, expectedVersion: version, plan }, this.memory);
  }

  /** Everything about the only title but its version: assignments, and takedowns without their numbers. */
  get title() {
    const { contents, licenses } = this.memory.contents;
    const [{ takedowns, assignments } = NO_TITLE] = Object.values(contents);
    return {
      offers: assignments.map(({ licenseId, startsOn }) => {
        const { details, offers = [] } = licenses[licenseId] ?? {};
        const endsOn = offers.find(({ window }) => window.startsOn === startsOn)?.window.endsOn;
        const { rightsType = '', territories = [] } = details?.terms ?? {};
        return `${rightsType} ${territories.join('+')} ${startsOn} ${endsOn ?? 'open'}`;
      }),
      takedowns: takedowns.map(({ days, territories, rightsTypes, reason }) =>
        [
          days.startsOn,
          days.endsOn ?? 'open',
          territories?.join('+') ?? 'everywhere',
          rightsTypes?.join('+') ?? 'all',
          reason,
        ].join(' '),
      ),
    };
  }

  /** The days of a place on which the only title is shown, half-open, in date order. */
  shown(territory: string, rightsType: string): readonly string[] {
    const { contents, licenses } = this.memory.contents;
    const [{ takedowns, assignments } = NO_TITLE] = Object.values(contents);
    const down = takedowns
      .map(Takedown.of)
      .filter((takedown) => takedown.covers({ territory, rightsType }))
      .map(({ days }) => days);
    return assignments
      .flatMap(({ licenseId, startsOn }) => {
        const { details, offers = [] } = licenses[licenseId] ?? {};
        const { terms } = details ?? {};
        if (terms?.rightsType !== rightsType || !terms.territories.includes(territory)) return [];
        return offers.filter(({ window }) => window.startsOn === startsOn);
      })
      .flatMap(({ window }) => DateRange.of(window.startsOn, window.endsOn).outsideAll(down))
      .map(({ startsOn, endsOn }) => `${startsOn} ${endsOn ?? 'open'}`)
      .sort();
  }

  /** The offers of the only title in a place: days (half-open), prices, and what restricts the languages of the license. */
  sold(territory: string, rightsType: string): readonly string[] {
    const [{ assignments } = NO_TITLE] = Object.values(this.memory.contents.contents);
    return this.soldBy(assignments, territory, rightsType);
  }

  /** The same of a title by the end of its ALID. */
  soldOf(name: string, territory: string, rightsType: string): readonly string[] {
    const found = Object.values(this.memory.contents.contents).find(({ details }) =>
      details.identifiers.some(({ value }) => value.endsWith(`:${name}`)),
    );
    return this.soldBy(found?.assignments ?? [], territory, rightsType);
  }

  /** What the only title costs in a format and language on a day on which it is not taken down. */
  pricesOn(territory: string, format: string, language: string, day: string): readonly string[] {
    const { contents, licenses } = this.memory.contents;
    const [{ takedowns, assignments } = NO_TITLE] = Object.values(contents);
    return assignments.flatMap(({ licenseId, startsOn }) => {
      const { details, offers = [] } = licenses[licenseId] ?? {};
      if (details === undefined) return [];
      const { rightsType, territories, languages } = details.terms;
      const isDown = takedowns
        .map(Takedown.of)
        .some((one) => one.covers({ territory, rightsType }) && one.days.contains(isoDate(day)));
      const isThere =
        !isDown &&
        territories.includes(territory) &&
        Languages.of(languages).includes(requireLanguageTag(language, 'languages'));
      const offer = offers.find(({ window }) => window.startsOn === startsOn);
      if (!isThere || offer === undefined || !rangeOf(offer.window).contains(isoDate(day)))
        return [];
      return offer.prices
        .filter((price) => price.format === null || price.format === format)
        .map((price) => pricesInWords([{ ...price, format: null }]));
    });
  }

  /** The ids of all licenses. */
  get licenses(): readonly string[] {
    return Object.keys(this.memory.contents.licenses);
  }

  private soldBy(assignments: readonly OfferRef[], territory: string, rightsType: string) {
    const { licenses, contracts } = this.memory.contents;
    return assignments
      .flatMap(({ licenseId, startsOn }) => {
        const { details, contractId = '', offers = [] } = licenses[licenseId] ?? {};
        const { terms } = details ?? {};
        if (terms?.rightsType !== rightsType || !terms.territories.includes(territory)) return [];
        const { reference = '' } = contracts[contractId]?.details ?? {};
        const languages = Languages.of(terms.languages).toString();
        return offers
          .filter(({ window }) => window.startsOn === startsOn)
          .map(({ window, prices }) =>
            [
              `${window.startsOn} ${window.endsOn ?? 'open'}: ${pricesInWords(prices)}`,
              ...(reference === 'NL-1' ? [] : [reference]),
              ...(languages === 'All' ? [] : [languages]),
              ...(terms.exclusive ? ['exclusive'] : []),
            ].join(', '),
          );
      })
      .sort();
  }

  private order(importId: string): ImportOrder {
    const at = '2027-01-15T12:00:00.000Z';
    return { importId, actor: actor('Nora'), at, keyOf: (name) => `${importId} ${name}` };
  }

  private readonly versionsNow = (ids: readonly string[]) => {
    const { contracts, licenses, contents } = this.memory.contents;
    const versions = ids.flatMap((id) => {
      const found = licenses[id] ?? contents[id] ?? contracts[id];
      return found === undefined ? [] : [[id, found.version] as const];
    });
    return Promise.resolve(new Map(versions));
  };

  private stored(): StoredRights {
    const { contracts, licenses, contents, history } = this.memory.contents;
    const uses = Object.entries(contents).flatMap(([contentId, { assignments }]) =>
      assignments.map((ref) => ({ contentId, ...ref })),
    );
    const isByImport = (id: string, number: number) =>
      history.some(
        ({ aggregateId, version, key }) =>
          aggregateId === id &&
          version === number &&
          this.imports.some((one) => key.startsWith(one)),
      );
    return {
      contracts: Object.entries(contracts).map(([id, { details, closing }]) => ({
        ...{ id, closing },
        ...details,
      })),
      licenses: new Map(
        Object.entries(licenses).map(([id, license]) => {
          const own = uses.filter(({ licenseId }) => licenseId === id);
          const titleIds = new Set(own.map(({ contentId }) => contentId));
          const usedStarts = new Set(own.map(({ startsOn }) => startsOn));
          const { studio = '' } = contracts[license.contractId]?.details ?? {};
          return [id, { ...license, id, studio, titleIds, usedStarts }];
        }),
      ),
      titles: Object.entries(contents).map(
        ([id, { version, details, assignments, takedowns, closing }]) => ({
          ...{ id, version, details, offers: assignments, takedowns, closing },
          deletions: takedowns.flatMap(({ number }) => (isByImport(id, number) ? [number] : [])),
        }),
      ),
      earlierRows: this.rows.earlierRows,
      rows: new Map(
        uses.flatMap(({ contentId, licenseId, startsOn }) => {
          const license = licenses[licenseId];
          const offer = license?.offers.find(({ window }) => window.startsOn === startsOn);
          if (license === undefined || offer === undefined) return [];
          const rows = this.rows.of(contentId, license, startsOn, offer.window.endsOn);
          return [[useKey(contentId, { licenseId, startsOn }), rows] as const];
        }),
      ),
    };
  }
}
