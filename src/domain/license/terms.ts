import type { DateRangeData } from '../values/date-range';
import type { Device } from '../values/device';
import type { RightsType } from '../values/rights-type';
import type { Territory } from '../values/territory';
import { DateRange } from '../values/date-range';
import { deviceSet } from '../values/device';
import { rightsType } from '../values/rights-type';
import { territorySet } from '../values/territory';

/** The plain form of terms. */
export interface TermsData {
  readonly rightsType: string;
  readonly territories: readonly string[];
  readonly devices: readonly string[];
  /** Half-open. */
  readonly window: DateRangeData;
}

/** The terms of a license: rights type, territories, devices and window. A value. */
export class Terms {
  private constructor(
    readonly rightsType: RightsType,
    readonly territories: readonly Territory[],
    readonly devices: readonly Device[],
    readonly window: DateRange,
  ) {
    Object.freeze(this);
  }

  /** @throws InvalidRightsType, InvalidTerritories, InvalidDevices, InvalidDate, InvalidDateRange (L1) */
  static of(data: TermsData): Terms {
    return new Terms(
      rightsType(data.rightsType),
      territorySet(data.territories),
      deviceSet(data.devices),
      DateRange.of(data.window.startsOn, data.window.endsOn),
    );
  }

  equals(other: Terms): boolean {
    return (
      this.rightsType === other.rightsType &&
      this.territories.join() === other.territories.join() &&
      this.devices.join() === other.devices.join() &&
      this.window.equals(other.window)
    );
  }

  toData(): TermsData {
    return {
      rightsType: this.rightsType,
      territories: this.territories,
      devices: this.devices,
      window: this.window.toData(),
    };
  }
}
