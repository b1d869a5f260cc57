import type { RightsType } from '../../src/domain/values/rights-type';
import type { DemoDay } from './calendar';
import type { PricePlan } from './price-plan';

/** A contract of the demo data with everything that happened under it. */
export interface DemoDeal {
  readonly studio: string;
  /** The reference number, with `{year}` for the year of the signature. */
  readonly reference: string;
  readonly signed: DemoDay;
  /** When it was put into the system. */
  readonly recorded: DemoDay;
  readonly notes?: string;
  readonly licenses: readonly DemoLicense[];
}

export interface DemoLicense {
  /** With `{year}` for the year its window begins in. */
  readonly name: string;
  readonly rightsType: RightsType;
  readonly territories: readonly string[];
  readonly devices: readonly string[];
  readonly from: DemoDay;
  /** The first day after the window; open without it. */
  readonly until?: DemoDay;
  readonly notes?: string;
  readonly plan: PricePlan;
  /** What happened to it after it was priced, in order. */
  readonly later?: readonly Revision[];
}

/** A later change of a license, as people would tell it; offers are called by their names. */
export type Revision =
  | { readonly kind: 'reprice'; readonly offer: string; readonly price: string }
  | { readonly kind: 'rename'; readonly offer: string; readonly to: string }
  | { readonly kind: 'shorten'; readonly offer: string; readonly days: number }
  | { readonly kind: 'devices'; readonly offer: string; readonly devices: readonly string[] }
  | { readonly kind: 'withdraw'; readonly offers: readonly string[] }
  | {
      readonly kind: 'add';
      readonly offer: string;
      readonly price: string;
      readonly currency: string;
      readonly from: DemoDay;
      readonly until: DemoDay;
    }
  | { readonly kind: 'extend'; readonly until: DemoDay }
  | { readonly kind: 'territories'; readonly add: readonly string[] }
  | { readonly kind: 'note'; readonly notes: string };
