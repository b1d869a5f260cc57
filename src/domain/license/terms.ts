import type { DateRangeData } from '../values/date-range';
import type { Format } from '../values/format';
import type { LanguagesData } from '../values/languages';
import type { Device } from '../values/device';
import type { RightsType } from '../values/rights-type';
import type { Territory } from '../values/territory';
import { DateRange } from '../values/date-range';
import { deviceSet } from '../values/device';
import { formatSet } from '../values/format';
import { Languages } from '../values/languages';
import { rightsType } from '../values/rights-type';
import { territorySet } from '../values/territory';

/** The plain form of terms. */
export interface TermsData {
  readonly rightsType: string;
  readonly territories: readonly string[];
  readonly devices: readonly string[];
  /** Picture formats; `null` for all. */
  readonly formats: readonly string[] | null;
  readonly languages: LanguagesData;
  /** Whether nobody else gets these rights. */
  readonly exclusive: boolean;
  /** Half-open. */
  readonly window: DateRangeData;
}

/** Terms that say nothing of formats and languages, and are not exclusive. */
export const UNRESTRICTED = {
  formats: null,
  languages: Languages.ALL.toData(),
  exclusive: false,
} satisfies Partial<TermsData>;

/** The terms of a license: rights type, territories, devices, formats, languages, window, and whether it is exclusive. A value. */
export class Terms {
  private constructor(
    readonly rightsType: RightsType,
    readonly territories: readonly Territory[],
    readonly devices: readonly Device[],
    /** `null` for all. */
    readonly formats: readonly Format[] | null,
    readonly languages: Languages,
    readonly exclusive: boolean,
    readonly window: DateRange,
  ) {
    Object.freeze(this);
  }

  /**
   * @throws InvalidRightsType, InvalidTerritories, InvalidDevices, InvalidFormats, InvalidLanguages, HeldBackLanguages,
   *   InvalidDate, InvalidDateRange (L1)
   */
  static of(data: TermsData): Terms {
    return new Terms(
      rightsType(data.rightsType),
      territorySet(data.territories),
      deviceSet(data.devices),
      data.formats && formatSet(data.formats),
      Languages.of(data.languages),
      data.exclusive,
      DateRange.of(data.window.startsOn, data.window.endsOn),
    );
  }

  equals(other: Terms): boolean {
    return (
      this.rightsType === other.rightsType &&
      this.territories.join() === other.territories.join() &&
      this.devices.join() === other.devices.join() &&
      this.formats?.join() === other.formats?.join() &&
      this.languages.equals(other.languages) &&
      this.exclusive === other.exclusive &&
      this.window.equals(other.window)
    );
  }

  toData(): TermsData {
    return {
      rightsType: this.rightsType,
      territories: this.territories,
      devices: this.devices,
      formats: this.formats,
      languages: this.languages.toData(),
      exclusive: this.exclusive,
      window: this.window.toData(),
    };
  }
}
