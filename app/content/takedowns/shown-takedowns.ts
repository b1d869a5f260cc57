import type { IsoDate } from '../../../src/domain/values/date-range';
import type { TakedownData } from '../../../src/domain/content/takedown';
import type { ContentView } from '../../../src/service/content/content-views';
import type { HistoryEntry } from '../../../src/service/history-views';
import type { TITLE_ACTIONS } from '../title-address';
import type { ContentPanel } from '../use-content-editing';
import type { ShownTakedown } from './takedown-banners';

/** The takedowns that stand or are planned, with who made them where the newest changes tell. */
export function standingTakedowns(
  takedowns: readonly TakedownData[],
  entries: readonly HistoryEntry[],
  day: IsoDate,
): ShownTakedown[] {
  return takedowns
    .filter(({ days: { endsOn } }) => endsOn === null || endsOn > day)
    .map((takedown) => ({
      ...takedown,
      by: entries.find(({ version }) => version === takedown.number)?.actor ?? null,
    }));
}

/** What a link to a title asks to open. */
export interface AskedPanel {
  readonly action?: (typeof TITLE_ACTIONS)[number] | undefined;
  /** The number of the takedown that ends. */
  readonly takedown?: number | undefined;
  readonly territory?: string | undefined;
  readonly rights?: string | undefined;
  /** The days that an offer is to fill, half-open. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** The panel that a link to this page opens. */
export function initialPanel(
  { version, takedowns }: ContentView,
  { action, takedown, territory, rights, from, until }: AskedPanel,
): ContentPanel | null {
  if (action === 'assign') {
    const isAsked = territory !== undefined && rights !== undefined && from !== undefined;
    const endsOn = until ?? null;
    const days = isAsked && (endsOn === null || endsOn > from) && { startsOn: from, endsOn };
    const asked = days ? { territory, rightsType: rights, days } : null;
    return { kind: 'assign', asked, baseVersion: version };
  }
  if (action === 'take-down')
    return {
      ...{ kind: 'take-down', baseVersion: version },
      asked: { territory, rightsType: rights },
    };
  const ended = takedowns.find(({ number, days }) => number === takedown && days.endsOn === null);
  return action === 'bring-back' && ended !== undefined
    ? { kind: 'bring-back', takedown: ended, baseVersion: version }
    : null;
}
