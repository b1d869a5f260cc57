import type { Metadata } from 'next';
import { Link } from '@/ui/link';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import type { TitleRights } from '../../../src/domain/content/availability-question';
import type { Territory } from '../../../src/domain/values/territory';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { HistoryEntry } from '../../../src/service/history-views';
import type { ContentView } from '../../../src/service/content/content-views';
import { HistoryList } from '@/history/history-list';
import { searched } from '../../../src/wire/address';
import { CLOSED_NAMES } from '@/words/closing-words';
import { instantWords } from '@/words/instant';
import { Day } from '../../../src/wire/window';
import { today } from '@/today';
import { Visited } from '@/palette/recent';
import { requirePerson } from '@/person';
import { LinkButton } from '@/ui/link-button';
import { Fact } from '@/ui/shell/page-header';
import { ForEditors } from '@/ui/role';
import { StateMark } from '@/ui/state-mark';
import {
  availabilityViews,
  contentViews,
  historyViews,
  licenseViews,
} from '../../../src/bootstrap';
import { CONTENT_KINDS, contentKind, parentKinds } from '../../../src/domain/content/content-kind';
import { addDaysWithin, DateRange, dayNumber } from '../../../src/domain/values/date-range';
import { rightsType } from '../../../src/domain/values/rights-type';
import { stripSpan } from '../../timeline/strip-span';
import { nextToUndo, WALKED } from '../../licenses/undo/next-undo';
import { ContentList } from '../list/content-list';
import { HadOffers } from '../closing/had-offers';
import { assignedPrices } from '../assigned-prices';
import { ContentWorkspace } from '../content-workspace';
import { CoverageSection } from '../coverage/coverage-section';
import { coverageWords } from '../coverage/coverage-words';
import { LicenseSection } from '../coverage/license-stack';
import {
  coverageChoice,
  coverageSpan,
  PAST_SHOWN,
  titleCoverage,
} from '../coverage/title-coverage';
import { initialPanel, standingTakedowns } from '../takedowns/shown-takedowns';
import { RowsSection } from '../rows/rows-section';
import { TITLE_ACTIONS } from '../title-address';
import { TitleAsOf } from '../title-as-of';
import { TitleFacts } from '../title-facts';
import { numbered } from '../title-words';
import { inverseTitleChange, standingTitleChanges } from '../../../src/domain/content/undo';
import { Takedown } from '../../../src/domain/content/takedown';

export const metadata: Metadata = { title: 'Title' };

/** How many of the newest changes stand below. */
const NEWEST = 6;

const search = z.object({
  territory: searched,
  device: searched,
  rights: searched,
  action: z.enum(TITLE_ACTIONS).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  takedown: z.coerce.number().int().optional().catch(undefined),
  version: z.coerce.number().int().min(1).optional().catch(undefined),
  asOf: Day.optional().catch(undefined),
});

export default async function TitlePage({
  params,
  searchParams,
}: {
  params: Promise<{ contentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { contentId } = await params;
  if (!z.uuid().safeParse(contentId).success) notFound();
  const person = await requirePerson(`/content/${contentId}`);
  const asked = search.parse(await searchParams);
  const day = today();
  if (asked.version !== undefined || asked.asOf !== undefined)
    return <TitleAsOf contentId={contentId} at={asked} asked={asked} today={day} />;
  const from = addDaysWithin(day, -PAST_SHOWN);
  const furthest = coverageSpan([{ endsOn: null }], day);
  const [view, { entries }] = await Promise.all([
    contentViews().content(contentId),
    historyViews().history({ aggregateId: contentId, pageSize: WALKED }),
  ]);
  if (view === null) notFound();
  const { actor, words, at } = view.lastChange;
  const { version } = view;
  const changes = await contentViews().changesUpTo(contentId, version, WALKED);
  const closings = await licenseViews().closings(view.assigned.map(({ licenseId }) => licenseId));
  const frame = {
    contentId,
    version: view.version,
    title: numbered(view.details),
    breadcrumbs: [
      { label: 'Content', href: '/content' },
      ...view.belongsTo.map(({ id, title, closed }) => ({
        label: closed === null ? title : `${title} (${CLOSED_NAMES[closed].toLowerCase()})`,
        href: `/content/${id}`,
      })),
    ],
    lastChange: `${actor}: ${words}, ${instantWords(at)}`,
    facts: <TitleFacts details={view.details}>{nextChange(view, day)}</TitleFacts>,
    assigned: view.assigned,
    prices: await assignedPrices(view.assigned, day),
    closings,
    takedowns: standingTakedowns(view.takedowns, entries, day),
    initialPanel: initialPanel(view, asked),
    undo: nextToUndo(
      { version, changes, entries },
      standingTitleChanges,
      inverseTitleChange,
      person.id,
    ),
    closing: view.closing,
    today: day,
    children: (
      <>
        <Below view={view} entries={entries.slice(0, NEWEST)} today={day} />
        <Visited
          kind="title"
          id={contentId}
          name={numbered(view.details)}
          about={[...view.belongsTo.map(({ title }) => title), view.details.studio].join(' · ')}
        />
      </>
    ),
  };
  // A title that is not in the catalog has no offers, and so no coverage.
  if (view.closing !== null) {
    return (
      <ContentWorkspace {...frame} coverage={null} holes={[]} place={null} stack={null}>
        <HadOffers
          contentId={contentId}
          version={view.version}
          kind={view.closing.kind}
          today={day}
        />
        {frame.children}
      </ContentWorkspace>
    );
  }
  const choice = coverageChoice(asked, view.assigned, day);
  const rights = await rightsOf(view, choice.territory, DateRange.of(from, furthest.endsOn));
  const span = coverageSpan(
    rights.licenses.map(({ window }) => window),
    day,
  );
  const coverage = titleCoverage(rights, choice, span);
  const shown = { start: dayNumber(from), end: dayNumber(span.endsOn ?? span.startsOn) };
  return (
    <ContentWorkspace
      {...frame}
      coverage={
        <CoverageSection
          contentId={contentId}
          choice={choice}
          coverage={coverage}
          rights={rights}
          shown={shown}
          today={day}
        />
      }
      holes={coverage.holes}
      place={choice}
      stack={<LicenseSection rights={rights} closings={closings} shown={shown} today={day} />}
    />
  );
}

/** What belongs to a title, and its newest changes. */
function Below({
  view,
  entries,
  today: day,
}: {
  view: ContentView;
  entries: readonly HistoryEntry[];
  today: IsoDate;
}) {
  return (
    <>
      <Parts view={view} today={day} />
      <RowsSection contentId={view.id} />
      <section aria-labelledby="history" className="mt-6 border-t border-line bg-canvas">
        <div className="flex items-baseline gap-3 px-4 pt-3 pb-1">
          <h2 id="history" className="text-panel-title">
            History
          </h2>
          <Link
            href={`/content/${view.id}/history`}
            className="inline-flex min-h-6 items-center text-table text-ink-3 underline-offset-2 hover:text-ink hover:underline"
          >
            {view.version === 1 ? '1 version' : `All ${view.version} versions`}
          </Link>
        </div>
        <HistoryList entries={entries} isNamed={false} />
      </section>
    </>
  );
}

/** What decides availability in a territory, of every rights type that the title has offers of. */
async function rightsOf(
  { id, details, assigned, takedowns, closing }: ContentView,
  territory: Territory,
  days: DateRange,
): Promise<TitleRights> {
  const types = new Set(assigned.map((offer) => rightsType(offer.rightsType)));
  const found = await Promise.all(
    [...types].map(async (type) => {
      const [title] = await availabilityViews().rights([id], { rightsType: type, territory, days });
      return title?.licenses.filter((license) => license.rightsType === type) ?? [];
    }),
  );
  return {
    contentId: id,
    title: details.title,
    licenses: found.flat(),
    takedowns: takedowns.map(Takedown.of),
    closing,
  };
}

/** The next change of a title's coverage; none of one that is not in the catalog. */
function nextChange({ coverage, closing, takedowns }: ContentView, day: IsoDate) {
  if (closing !== null) return null;
  const taken = takedowns.map(({ days }) => days);
  const { words, mark } = coverageWords(coverage, day, taken);
  return (
    <Fact name="Next change in any territory">
      {mark === null ? words : <StateMark state={mark}>{words}</StateMark>}
    </Fact>
  );
}

function Parts({ view, today: day }: { view: ContentView; today: IsoDate }) {
  const kind = contentKind(view.details.kind);
  const canHaveParts = Object.keys(CONTENT_KINDS).some((other) =>
    parentKinds(contentKind(other)).includes(kind),
  );
  if (!canHaveParts) return null;
  return (
    <section aria-labelledby="parts" className="pt-6">
      <div className="flex items-center gap-3 px-4 pb-1">
        <h2 id="parts" className="text-panel-title">
          Parts <span className="font-normal text-ink-3">{view.parts.length}</span>
        </h2>
        {view.closing === null && (
          <ForEditors>
            <LinkButton
              href={`/content/new?parent=${view.id}`}
              variant="secondary"
              size="toolbar"
              className="ms-auto"
            >
              Register a part
            </LinkButton>
          </ForEditors>
        )}
      </div>
      {view.parts.length === 0 ? (
        <p className="border-t border-line px-4 py-2 text-table text-ink-3">No parts yet.</p>
      ) : (
        <ContentList
          label="Parts"
          rows={view.parts.map((part) => ({ ...part, belongsTo: [] }))}
          strip={stripSpan(day)}
          today={day}
        />
      )}
    </section>
  );
}
