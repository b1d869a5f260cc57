import type { Metadata } from 'next';
import type { ExportSummary } from '../../../src/service/export/export-views';
import type { Choosable } from '../choose-cell';
import type { ExportLine } from '../export-list';
import { instantWords } from '@/words/instant';
import { PageHeader } from '@/ui/shell/page-header';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/overlays/notice';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { totalWords } from '@/words/total-words';
import { requirePerson } from '@/person';
import { aggregateViews, contractViews, exportViews } from '../../../src/bootstrap';
import { MAX_CHOSEN } from '../../../src/domain/export/export-query';
import { selectionWords } from '../../../src/domain/export/export-words';
import { isSameName } from '../../../src/domain/names/folding';
import { chosenNames } from '../../../src/service/export/chosen-names';
import { ExportForm } from '../export-form';
import { ExportList } from '../export-list';
import { ProfilesSection } from '../profiles-section';
import { exportsAsked } from '../export-query';
import { matchingIds } from '../matching-ids';

export const metadata: Metadata = { title: 'Exports' };

const PAGE_SIZE = 20;

export default async function ExportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePerson('/exports');
  const { studio, all, matching, on, from, cursor, ...ids } = exportsAsked(await searchParams);
  const found = all === undefined ? null : await matchingIds(all, matching);
  const of = (what: Choosable) => (what === all ? (found ?? []) : ids[what]);
  const chosen = {
    contractIds: [...of('contract')],
    licenseIds: [...of('license')],
    contentIds: [...of('title')],
  };
  const asked = JSON.stringify([studio, on, from, ...(all ? [all, matching] : [chosen])]);
  const [page, studios, endDatesByStudio, profiles, names] = await Promise.all([
    exportViews().list({ cursor, pageSize: PAGE_SIZE }),
    contractViews().studios(),
    exportViews().endDatesByStudio(),
    exportViews().profiles(),
    chosenNames(chosen, aggregateViews(), new Date().toISOString()),
  ]);
  const address = (to: string) => `/exports?${new URLSearchParams({ cursor: to }).toString()}`;
  return (
    <>
      <PageHeader title="Exports">
        <p className="max-w-150 text-body text-ink-2">
          Export licenses, offers and titles as an avails 1.9 workbook or as CSV. Files are created
          in the background and stored for 30 days.
        </p>
      </PageHeader>
      <ForEditors>
        <section aria-labelledby="new-export" className="border-b border-line pt-3">
          <h2 id="new-export" className="px-4 text-panel-title">
            New export
          </h2>
          {all !== undefined && found !== null && (found.length > MAX_CHOSEN || !found.length) ? (
            <NotExported what={all} isNone={found.length === 0} filters={matching} />
          ) : (
            <ExportForm
              key={asked}
              asked={asked}
              studios={studios}
              endDatesByStudio={endDatesByStudio}
              profiles={profiles.map(({ id, name }) => ({ id, name }))}
              selection={{ ...chosen, words: selectionWords(chosen, names) }}
              initial={{
                studio: studios.find((one) => isSameName(one, studio ?? '')) ?? null,
                days: on !== undefined ? 'on' : from !== undefined ? 'from' : 'all',
                day: on ?? from ?? null,
              }}
            />
          )}
        </section>
        <ProfilesSection profiles={profiles} />
      </ForEditors>
      <section aria-labelledby="exports-there-are" className="pt-3">
        <h2 id="exports-there-are" className="px-4 pb-2 text-panel-title">
          Files <span className="font-normal text-ink-3">{totalWords(page.total)}</span>
        </h2>
        {page.rows.length === 0 ? (
          <p className="px-4 pb-4 text-body text-ink-2">
            No exports yet.
            <ForEditors>
              {' '}
              Start the first one above: choose a studio, then select Export.
            </ForEditors>
          </p>
        ) : (
          <>
            <ExportList exports={page.rows.map(exportLine)} />
            <Pager page={page} noun="export" address={address} />
          </>
        )}
      </section>
    </>
  );
}

const LISTS = {
  license: { address: '/licenses', noun: 'licenses' },
  title: { address: '/content', noun: 'titles' },
  contract: { address: '/contracts', noun: 'contracts' },
} as const satisfies Record<Choosable, unknown>;

/** Why all that match cannot be exported, and what to do instead. */
function NotExported({
  what,
  isNone,
  filters,
}: {
  what: Choosable;
  isNone: boolean;
  filters: string;
}) {
  const { address, noun } = LISTS[what];
  const most = MAX_CHOSEN.toLocaleString('en-US');
  return (
    <div className="flex flex-col items-start gap-3 px-4 py-4">
      <Notice tone="attention" role="alert">
        {isNone
          ? `No ${noun} match the filters any more. Change them in the list.`
          : `More than ${most} ${noun} match. One export takes at most ${most}: filter the list further, or export a whole studio.`}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={filters === '' ? address : `${address}?${filters}`}>
          Show the {noun}
        </LinkButton>
        <LinkButton href="/exports" variant="quiet">
          Export without them
        </LinkButton>
      </div>
    </div>
  );
}

function exportLine({ finishedAt: _end, madeBy, ...line }: ExportSummary): ExportLine {
  return { ...line, origin: `Started by ${madeBy}, ${instantWords(line.madeAt)}` };
}
