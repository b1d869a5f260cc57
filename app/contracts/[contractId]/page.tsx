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
import { Visited } from '@/palette/recent';
import { requirePerson } from '@/person';
import { contractViews, historyViews, licenseViews } from '../../../src/bootstrap';
import { formatDay } from '../../../src/domain/values/date-range';
import { exportAddress } from '../../exports/export-address';
import { LicenseList } from '../../licenses/list/license-list';
import { listQuery } from '../../licenses/list/list-query';
import { MAX_LICENSES } from '../../../src/service/license/close-license';
import { CLOSED_NAMES } from '@/words/closing-words';
import { instantWords } from '@/words/instant';
import { ContractBanner } from '../closing/contract-banner';
import { ContractClosing, ContractMenu } from '../closing/contract-closing';
import { ContractUndoButton } from '../closing/contract-undo-button';
import { nextToUndo, WALKED } from '../../licenses/undo/next-undo';
import { inverseContractChange, standingContractChanges } from '../../../src/domain/contract/undo';
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
  const person = await requirePerson(`/contracts/${contractId}`);
  const day = today();
  const strip = stripSpan(day);
  const query = { ...listQuery(await searchParams), contract: contractId };
  const contract = await contractViews().contract(contractId, day);
  if (contract === null) notFound();
  const { closing } = contract;
  const filter = { contractId, closed: closing?.kind };
  const [page, { entries }] = await Promise.all([
    licenseViews().list({
      filter,
      sort: query.sort,
      descending: query.dir === 'desc',
      cursor: query.cursor,
      today: day,
      strip,
      pageSize: PAGE_SIZE,
    }),
    historyViews().history({ aggregateId: contractId, pageSize: PAGE_SIZE }),
  ]);
  const all =
    contract.licenses > page.rows.length
      ? await licenseViews().list({
          ...{ filter, sort: 'name', descending: false, pageSize: MAX_LICENSES },
          ...{ today: day, strip },
        })
      : page;
  const since = await contractViews().contractSince(
    contractId,
    Math.max(0, contract.version - WALKED),
  );
  const undo =
    since?.version !== contract.version
      ? null
      : nextToUndo(since, standingContractChanges, inverseContractChange, person.id);
  const grant = `/licenses/new?contract=${contractId}`;
  const header = (
    <PageHeader
      breadcrumbs={[
        { label: 'Contracts', href: '/contracts' },
        { label: contract.reference, isMono: true, isVoid: closing !== null },
      ]}
      title={
        closing === null ? contract.studio : <del className="text-ink-2">{contract.studio}</del>
      }
      beside={
        <>
          {closing !== null && (
            <span className="rounded-bar border border-line-strong px-1.5 text-label text-past-ink">
              {CLOSED_NAMES[closing.kind]}
            </span>
          )}
          <VersionChip version={contract.version} state="saved" word={null} />
          <Visited
            kind="contract"
            id={contractId}
            name={contract.reference}
            about={contract.studio}
          />
        </>
      }
      actions={
        <ForEditors>
          {undo !== null && <ContractUndoButton {...undo} />}
          {closing === null && (
            <>
              <LinkButton href={exportAddress({ contract: contractId })} variant="secondary">
                Export
              </LinkButton>
              <LinkButton href={`/contracts/${contractId}/edit`} variant="secondary">
                Edit details
              </LinkButton>
              <ContractMenu />
              <LinkButton href={grant} variant="primary">
                Grant a license
              </LinkButton>
            </>
          )}
        </ForEditors>
      }
    >
      <Facts>
        <Fact name="Reference">
          <span className="font-mono">{contract.reference}</span>
        </Fact>
        <Fact name="Signed on">{formatDay(contract.signedOn)}</Fact>
        {closing === null && (
          <Fact name="Licenses">
            {contract.licenses}, {contract.current} current
          </Fact>
        )}
        {contract.notes !== '' && (
          <Fact name="Notes">
            <span className="block max-w-160 whitespace-pre-line">{contract.notes}</span>
          </Fact>
        )}
      </Facts>
    </PageHeader>
  );
  const [newest] = entries;
  const hasMore = all.next !== null;
  const inUse = closing === null ? all.rows : [];
  return (
    <ContractClosing
      contract={{
        ...{ id: contractId, version: contract.version, reference: contract.reference },
        ...{ licenses: inUse.map(closable), hasMore },
      }}
      today={day}
    >
      <EndLicenses
        contractId={contractId}
        reference={contract.reference}
        licenses={inUse.filter((row) => row.closing === null).map(closable)}
        hasMore={hasMore}
        today={day}
        header={
          <>
            {header}
            {closing !== null && (
              <ContractBanner
                closing={closing}
                since={newest === undefined ? null : `${newest.actor}, ${instantWords(newest.at)}`}
              />
            )}
          </>
        }
      >
        {page.rows.length === 0 ? (
          <EmptyState
            title={
              closing === null
                ? 'No licenses under this contract yet'
                : 'No licenses under this contract'
            }
            place="its first license goes here"
            actions={
              closing === null && (
                <ForEditors>
                  <LinkButton href={grant} variant="primary">
                    Grant a license
                  </LinkButton>
                </ForEditors>
              )
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
    </ContractClosing>
  );
}

function closable({ id, name, version, window }: LicenseRow) {
  return { id, name, version, window };
}
