import type { IsoDate } from '../src/domain/values/date-range';
import type { ExportViews } from '../src/service/export/export-views';
import type { ImportViews } from '../src/service/import/import-views';
import type { RequestLimits } from '../src/service/people/request-limits';
import type { TokenViews } from '../src/service/people/token-service';
import type { Execute } from '../src/service/commands/execute';
import type { AvailabilityViews } from '../src/service/content/availability-views';
import type { ContentViews } from '../src/service/content/content-views';
import type { ContractViews } from '../src/service/contract/contract-views';
import type { HistoryViews } from '../src/service/history-views';
import type { MissingAmountViews } from '../src/service/price-table/missing-amounts';
import type { PricePlanViews } from '../src/service/price-plan/price-plan-views';
import type { PriceTableViews } from '../src/service/price-table/price-table-views';
import type { ChangeFeed } from '../src/service/events/events';
import type { RowViews } from '../src/service/import/row-views';
import type { LicenseViews } from '../src/service/license/license-views';

/** What the HTTP API stands on: the services that the pages stand on too. Each is asked for when it is needed. */
export interface ApiServices {
  readonly execute: Execute;
  readonly contractViews: () => ContractViews;
  readonly licenseViews: () => LicenseViews;
  readonly contentViews: () => ContentViews;
  readonly priceTableViews: () => PriceTableViews;
  readonly pricePlanViews: () => PricePlanViews;
  readonly missingAmountViews: () => MissingAmountViews;
  /** Rows of a workbook or CSV file as text. @throws UnreadableWorkbook */
  readonly readPriceFile: (bytes: Uint8Array) => Promise<readonly (readonly string[])[]>;
  readonly writePriceFile: (
    format: 'csv' | 'xlsx',
    rows: readonly (readonly string[])[],
  ) => Uint8Array;
  readonly historyViews: () => HistoryViews;
  readonly availabilityViews: () => AvailabilityViews;
  readonly importViews: () => ImportViews;
  readonly rowViews: () => RowViews;
  readonly exportViews: () => ExportViews;
  readonly tokenViews: () => TokenViews;
  readonly requestLimits: () => RequestLimits;
  /** Whether the database could not answer now, and may soon. */
  readonly isTransient: (error: unknown) => boolean;
  /** Notes for operators an error that nobody expected. */
  readonly failed: (failure: { method: string; path: string; error: unknown }) => void;
  /** The calendar day it is now. */
  readonly today: () => IsoDate;
  /** Whether an `Origin` header is the installation's own. */
  readonly isOwnOrigin: (origin: string) => boolean;
  readonly changeFeed: () => ChangeFeed;
  /** Who is signed in with the session that a browser sends; `null` is nobody. @throws Busy */
  readonly person: (headers: Headers) => Promise<{ readonly id: string } | null>;
  /** Answers a request as the root of its trace. */
  readonly traced: (
    request: Request,
    answer: () => Promise<{ readonly route: string; readonly status: number }>,
  ) => Promise<void>;
}
