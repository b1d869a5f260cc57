import type { RightsEvent } from '../../src/service/content/calendar-views';
import { takedownPlaces } from '../../src/domain/content/takedown';

const WORDS: Record<RightsEvent['kind'], string> = {
  'rights-ended': 'Rights ended',
  'taken-down': 'Taken down',
  back: 'Back',
};

/** A day on which rights end or come back, as it is told. */
export interface RightsWords {
  /** What happens: `Taken down` */
  readonly what: string;
  /** The license or the title. */
  readonly name: string;
  /** Where the title is down or back; `null` for all of a license. */
  readonly where: string | null;
  /** The path of the page of the license or title. */
  readonly path: string;
}

export function rightsWords(event: RightsEvent): RightsWords {
  const what = WORDS[event.kind];
  return event.kind === 'rights-ended'
    ? { what, name: event.licenseName, where: null, path: `/licenses/${event.licenseId}` }
    : {
        ...{ what, name: event.title, where: takedownPlaces(event) },
        path: `/content/${event.contentId}`,
      };
}
