import type { Metadata } from 'next';
import type { ExportSummary } from '../../../src/service/export/export-views';
import type { ExportLine } from '../export-list';
import { instantWords } from '@/words/instant';
import { PageHeader } from '@/ui/shell/page-header';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { totalWords } from '@/words/total-words';
import { requirePerson } from '@/person';
import { aggregateViews, contractViews, exportViews } from '../../../src/bootstrap';
import { selectionWords } from '../../../src/domain/export/export-words';
import { isSameName } from '../../../src/domain/names/folding';
import { chosenNames } from '../../../src/service/export/chosen-names';
import { ExportForm } from '../export-form';
import { ExportList } from '../export-list';
import { ProfilesSection } from '../profiles-section';
import { exportsAsked } from '../export-query';

export const metadata: Metadata = { title: 'Exports' };

const PAGE_SIZE = 20;

export default async function ExportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePerson('/exports');
  const { studio, contract, license, title, on, from, cursor } = exportsAsked(await searchParams);
  const chosen = { contractIds: contract, licenseIds: license, contentIds: title };
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
          <ExportForm
            key={JSON.stringify([studio, chosen, on, from])}
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

function exportLine({ finishedAt: _end, madeBy, ...line }: ExportSummary): ExportLine {
  return { ...line, origin: `Started by ${madeBy}, ${instantWords(line.madeAt)}` };
}
