import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { PostgresExportSource } from '../../../../src/adapters/postgres/export/export-source';
import { replaceOffer } from '../../../../src/service/license/license-service';
import { undoChange } from '../../../../src/service/license/undo-change';
import type { Cells } from '../../../builders/avails-row-builders';
import { aMovieRow } from '../../../builders/avails-row-builders';
import { aCommand } from '../../../builders/command-builders';
import { aName } from '../../../builders/license-builders';
import { ImportDriver } from '../support-imports';
import type { TestDatabase } from '../../support';

export const LATER = { 'AvailTrans/Start': '2028-01-01', 'AvailTrans/End': '2028-12-31' };

export const SD = { 'AvailTrans/FormatProfile': 'SD' };
export const CHEAPER = { 'AvailTrans/PriceValue': '7.99' };

/** Movies that files bring, in a test file’s own database. */
export function moviesOn(database: TestDatabase) {
  const { unitOfWork } = database;
  const imports = new ImportDriver(database);
  const licenses = new PrismaLicenseViews(database.prisma);
  const source = new PostgresExportSource(() => database.url);

  /** A movie of a studio of its own; every row is named by its description. */
  class Movie {
    readonly studio = aName('Studio');
    private readonly alid = aName('m').replace(' ', '-');

    row(name: string, cells: Cells = {}): Cells {
      const own = { 'Avail/DisplayName': this.studio, 'AvailTrans/Description': name };
      return aMovieRow(this.alid, { ...own, ...cells });
    }

    /** Imports rows and saves what they change. @returns the import's id */
    async imported(...rows: readonly Cells[]): Promise<string> {
      const id = await imports.checked(rows);
      await imports.committed(id);
      return id;
    }

    /** The rows of each offer: its first day and what it has in the United States, the newest first. */
    async rows(territory = 'US'): Promise<Readonly<Record<string, readonly string[]>>> {
      const { uses } = await this.sold();
      return Object.fromEntries(
        uses
          .filter(({ license }) => license.territories.includes(territory))
          .map(({ offer, origins }) => [
            offer.window.startsOn,
            origins
              .filter(({ territories }) => territories.includes(territory))
              .map(({ cells }) => cells['AvailTrans/Description'] ?? ''),
          ]),
      );
    }

    async sold() {
      return source.inSnapshot(async (shelf) => {
        for await (const [title] of shelf.titles({ studio: this.studio }))
          if (title !== undefined) return title;
        throw new Error('It has no offers.');
      });
    }

    /** The license of its first offer, its version and its offers. */
    async license() {
      const { uses } = await this.sold();
      const licenseId = uses[0]?.license.id ?? '';
      const view = await licenses.license(licenseId);
      if (view === null) throw new Error('It has no license.');
      return { licenseId, expectedVersion: view.version, offers: view.offers };
    }

    /** The title and its version. */
    async title() {
      const { id: contentId } = await this.sold();
      const [row] = await database.rows<{ version: number }>(
        'SELECT version FROM content WHERE id = $1',
        [contentId],
      );
      return { contentId, expectedVersion: row?.version ?? 0 };
    }

    /** Begins its first offer on another day, as a person. */
    async moveTo(startsOn: string): Promise<void> {
      const { offers, ...license } = await this.license();
      const [before] = offers;
      if (before === undefined) throw new Error('It has no offer.');
      const endsOn = before.window.startsOn.startsWith(startsOn.slice(0, 4))
        ? before.window.endsOn
        : '2029-01-01';
      const after = { ...before, window: { startsOn, endsOn } };
      await replaceOffer({ ...aCommand(), ...license, before, after }, unitOfWork);
    }

    /** Takes the newest change of its license back, as a person. */
    async undoOfLicense(): Promise<void> {
      const { licenseId, expectedVersion } = await this.license();
      await undoChange({ ...aCommand(), licenseId, expectedVersion }, unitOfWork);
    }
  }

  /** A movie with offers in two years. */
  async function aMovieOfTwoYears() {
    const movie = new Movie();
    await movie.imported(movie.row('first'), movie.row('later', LATER));
    const { offers, ...license } = await movie.license();
    const [, later] = offers;
    if (later === undefined) throw new Error('It has one offer.');
    return { movie, later, license };
  }

  return { unitOfWork, imports, Movie, aMovieOfTwoYears };
}
