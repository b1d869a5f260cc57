import type { RightsType } from '../../values/rights-type';
import type { FileTitle } from './file-titles';
import type { HeldPlace } from './held-rights';
import type { RowRef } from './import-plan';
import type { LaneTerms } from './lanes/drafts';
import type { RightsChart } from '../vocabulary/rights-chart';
import type { Use } from './stored-rights';
import type { PlaceDays } from './takedowns/deletions';

/** The stored and the wanted rights of one title for one rights type, in licenses of the same terms. */
export interface TitleRights {
  readonly title: FileTitle;
  readonly studio: string;
  readonly rightsType: RightsType;
  /** The languages of the licenses, and whether they are exclusive, once the file is applied. */
  readonly terms: LaneTerms;
  /** Whether the file changes these terms of the stored licenses. */
  readonly hasNewTerms: boolean;
  readonly stored: RightsChart;
  readonly wanted: RightsChart;
  /** The stored offers behind `stored`. */
  readonly uses: readonly Use[];
  /** Those of the license that it comes from: `uses`, or those of a license that is divided. */
  readonly sources: readonly Use[];
  /** Offers that do not change, because the file agrees with what is stored in all territories of their license. */
  readonly kept: ReadonlySet<Use>;
  /** The days that the rows delete and grant where rows delete or takedowns stand, for territories that are alike. */
  readonly places: readonly PlaceDays[];
  /** The rows that grant, and those that end a format. */
  readonly rows: readonly RowRef[];
  /** Where stored offers stay although the extract does not name them, because rows of it are refused. */
  readonly held: readonly HeldPlace[];
  /** The reason why the rows cannot be applied, as a sentence. */
  readonly refusal: string | null;
}
