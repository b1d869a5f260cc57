import { Link } from '@/ui/link';
import type { RightsEvent } from '../../src/service/content/calendar-views';
import { StateGlyph, type MarkedState } from '@/ui/state-mark';
import { rightsWords } from '../words/rights-events';
import { MoreLink } from './more-link';

const GLYPHS: Record<RightsEvent['kind'], readonly [MarkedState, string]> = {
  'rights-ended': ['ended-early', 'text-past-ink'],
  'taken-down': ['taken-down', 'text-clay-ink'],
  back: ['on-offer', 'text-tide-ink'],
};

/** Licenses that ended early, and titles that are taken down or back, with the reason; nothing where there are none. */
export function RightsList({
  title,
  events,
  next,
}: {
  title: string;
  events: readonly RightsEvent[];
  /** URL of the next page. */
  next: string | null;
}) {
  if (events.length === 0) return null;
  return (
    <section aria-label={title} className="border-b border-line">
      <h3 className="px-4 pt-3 pb-1.5 text-body font-heading">{title}</h3>
      <ul>
        {events.map((event) => (
          <RightsLine key={keyOf(event)} event={event} />
        ))}
      </ul>
      <MoreLink next={next} />
    </section>
  );
}

function RightsLine({ event }: { event: RightsEvent }) {
  const { what, name, where, path } = rightsWords(event);
  const [glyph, ink] = GLYPHS[event.kind];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line px-4 py-2 text-table">
      <span className="min-w-0">
        <span className="flex items-baseline gap-1.5">
          <StateGlyph state={glyph} className={`self-center ${ink}`} />
          <Link
            href={path}
            prefetch={false}
            className="inline-flex min-h-6 min-w-0 items-center text-body font-emphasis text-ink underline underline-offset-2"
          >
            <span className="truncate">{name}</span>
          </Link>
        </span>
        <span className="block truncate text-ink-3">
          {[event.studio, ...(where === null ? [] : [where])].join(' · ')}
        </span>
      </span>
      <span className="max-w-60 min-w-0 text-end">
        <span className={`block font-emphasis ${ink}`}>{what}</span>
        <span className="block break-words text-ink-2">{event.reason}</span>
      </span>
    </li>
  );
}

function keyOf(event: RightsEvent): string {
  return event.kind === 'rights-ended'
    ? event.licenseId
    : `${event.kind} ${event.contentId} ${event.takedown}`;
}
