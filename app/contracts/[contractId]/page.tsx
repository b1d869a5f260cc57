import type { Metadata } from 'next';
import type { LicenseRow } from '../../../src/service/license/license-views';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { SavedMeanwhile } from '@/live/saved-meanwhile';
import { HistoryList } from '@/history/history-list';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Fact, Facts, PageHeader } from '@/ui/shell/page-header';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { VersionChip } from '@/ui/version-chip';
import { today } from '@/today';
import { requirePerson } from '@/person';
import { contractViews, historyViews, licenseViews } from '../../../src/bootstrap';
import { formatDay } from '../../../src/domain/values/date-range';
import { exportAddress } from '../../exports/export-address';
import { LicenseList } from '../../licenses/list/license-list';
import { listQuery } from '../../licenses/list/list-query';
import { MAX_LICENSES } from '../../../src/service/license/close-license';
import { EndLicenses } from './end-licenses';
import { stripSpan } from '../../timeline/strip-span';

export const metadata: Metadata = { title: 'Contract' };

const PAGE_SIZE = 50;

export default async function ContractPage({
  params,
  searchParams,
}: {
  params: Promise<{ contractId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { contractId } = await params;
  if (!z.uuid().safeParse(contractId).success) notFound();
  await requirePerson(`/contracts/${contractId}`);
  const day = today();
  const strip = stripSpan(day);
  const query = { ...listQuery(await searchParams), contract: contractId };
  const [contract, page, { entries }] = await Promise.all([
    contractViews().contract(contractId, day),
    licenseViews().list({
      filter: { contractId },
      sort: query.sort,
      descending: query.dir === 'desc',
      cursor: query.cursor,
      today: day,
      strip,
      pageSize: PAGE_SIZE,
    }),
    historyViews().history({ aggregateId: contractId, pageSize: PAGE_SIZE }),
  ]);
  if (contract === null) notFound();
  const all =
    contract.licenses > page.rows.length
      ? await licenseViews().list({
          ...{ filter: { contractId }, sort: 'name', descending: false, pageSize: MAX_LICENSES },
          ...{ today: day, strip },
        })
      : page;
  const grant = `/licenses/new?contract=${contractId}`;
  const header = (
    <PageHeader
      breadcrumbs={[
        { label: 'Contracts', href: '/contracts' },
        { label: contract.reference, isMono: true },
      ]}
      title={contract.studio}
      beside={<VersionChip version={contract.version} state="saved" word={null} />}
      actions={
        <ForEditors>
          <LinkButton href={exportAddress({ contract: contractId })} variant="secondary">
            Export
          </LinkButton>
          <LinkButton href={`/contracts/${contractId}/edit`} variant="secondary">
            Edit details
          </LinkButton>
          <LinkButton href={grant} variant="primary">
            Grant a license
          </LinkButton>
        </ForEditors>
      }
    >
      <Facts>
        <Fact name="Reference">
          <span className="font-mono">{contract.reference}</span>
        </Fact>
        <Fact name="Signed on">{formatDay(contract.signedOn)}</Fact>
        <Fact name="Licenses">
          {contract.licenses}, {contract.current} current
        </Fact>
        {contract.notes !== '' && (
          <Fact name="Notes">
            <span className="block max-w-160 whitespace-pre-line">{contract.notes}</span>
          </Fact>
        )}
      </Facts>
    </PageHeader>
  );
  return (
    <EndLicenses
      contractId={contractId}
      reference={contract.reference}
      licenses={closable(all.rows)}
      hasMore={all.next !== null}
      today={day}
      header={header}
    >
      {page.rows.length === 0 ? (
        <EmptyState
          title="No licenses under this contract yet"
          place="its first license goes here"
          actions={
            <ForEditors>
              <LinkButton href={grant} variant="primary">
                Grant a license
              </LinkButton>
            </ForEditors>
          }
        >
          A license defines what you may offer, where, on which devices and when.
        </EmptyState>
      ) : (
        <>
          <LicenseList rows={page.rows} query={query} strip={strip} today={day} />
          <Pager
            page={page}
            noun="license"
            address={(cursor) => `/contracts/${contractId}?cursor=${cursor}`}
          />
        </>
      )}
      <section
        aria-labelledby="contract-history"
        className="mt-auto border-t border-line bg-canvas"
      >
        <h2 id="contract-history" className="px-4 pt-3 pb-1 text-panel-title">
          History
        </h2>
        <HistoryList entries={entries} isNamed={false} />
      </section>
      <SavedMeanwhile id={contractId} version={contract.version} />
    </EndLicenses>
  );
}

/** The licenses that can be ended. */
function closable(rows: readonly LicenseRow[]) {
  return rows
    .filter(({ closing }) => closing === null)
    .map(({ id, name, version, window }) => ({ id, name, version, window }));
}
