import type { StoredPricePlan } from '../../domain/price-plan/price-plan';

/** Reads price plans. */
export interface PricePlanViews {
  /** All of them, by name. */
  list(): Promise<readonly StoredPricePlan[]>;
  /** One as it is now; `null` when there is none. */
  get(id: string): Promise<StoredPricePlan | null>;
}
