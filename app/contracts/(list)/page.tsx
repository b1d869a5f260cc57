import type { Metadata } from 'next';
import { Link } from '@/ui/link';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { ContractRow } from '../../../src/service/contract/contract-views';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { ListTable } from '@/ui/lists/list-table';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { nextEndWords } from './next-end-words';
import { today } from '@/today';
import { totalWords } from '@/words/total-words';
import { requirePerson } from '@/person';
import { contractViews } from '../../../src/bootstrap';
import { formatDay } from '../../../src/domain/values/date-range';
import { CHOOSABLE_LINE, ChooseCell, ChooseHead } from '../../exports/choose-cell';
import { ChooseForm } from '../../exports/choose-form';
import { classes } from '@/ui/classes';
import { ClosedMark, nameLook } from '@/ui/closed-mark';
import { SavedViews } from '../../views/saved-views';
import { ContractFilters } from './contract-filters';
import { contractFilterOf, contractsAddress } from './contracts-address';
import { contractsQuery } from './contracts-query';

export const metadata: Metadata = { title: 'Contracts' };

const PAGE_SIZE = 50;

const ROW =
  'grid items-center gap-x-3 px-4 max-sm:grid-cols-[minmax(0,1fr)_auto] lg:gap-x-4 ' +
  'sm:grid-cols-[minmax(5rem,2fr)_minmax(5rem,1fr)_6.5rem_4.5rem_4.5rem_8rem] lg:grid-cols-[minmax(10rem,2fr)_minmax(9rem,1fr)_8rem_6rem_6rem_10rem] ' +
  CHOOSABLE_LINE;

export default async function ContractsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const person = await requirePerson('/contracts');
  const asked = await searchParams;
  const query = contractsQuery(asked);
  const day = today();
  const filter = contractFilterOf(query);
  const [page, studios] = await Promise.all([
    contractViews().list({
      ...{ ...filter, cursor: query.cursor, today: day, pageSize: PAGE_SIZE },
    }),
    contractViews().studios(),
  ]);
  const address = (cursor: string) => contractsAddress(query, { cursor });
  return (
    <>
      <header className="flex min-h-12 flex-wrap items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">
          Contracts <span className="font-normal text-ink-3">{totalWords(page.total)}</span>
        </h1>
        <ContractFilters query={query} studios={studios} />
        <div className="ms-auto flex flex-wrap gap-2">
          <LinkButton href="/price-tables" variant="secondary">
            Price tables
          </LinkButton>
          <ForEditors>
            <LinkButton href="/contracts/new" variant="primary">
              New contract
            </LinkButton>
          </ForEditors>
        </div>
      </header>
      <SavedViews
        list="contracts"
        personId={person.id}
        search={asked}
        all="All contracts"
        countOf={async (saved) => {
          const narrowed = contractFilterOf(contractsQuery(saved));
          return (await contractViews().list({ ...narrowed, today: day, pageSize: 1 })).total;
        }}
      />
      {page.rows.length === 0 ? (
        <NoContracts isSearch={Object.values(filter).some((one) => one !== undefined)} />
      ) : (
        <>
          <ChooseForm
            what="contract"
            count={page.rows.length}
            matching={{ total: page.total, search: asked }}
          >
            <ListTable
              label="Contracts"
              columns={ROW}
              heads={
                <>
                  <ChooseHead />
                  <span role="columnheader">Studio</span>
                  <span role="columnheader">Reference</span>
                  <span role="columnheader">Signed on</span>
                  <span role="columnheader" className="text-end">
                    Licenses
                  </span>
                  <span role="columnheader" className="text-end">
                    Current
                  </span>
                  <span role="columnheader">Next end</span>
                </>
              }
            >
              {page.rows.map((row) => (
                <Line key={row.id} row={row} today={day} />
              ))}
            </ListTable>
          </ChooseForm>
          <Pager page={page} noun="contract" address={address} />
        </>
      )}
    </>
  );
}

function Line({ row, today: day }: { row: ContractRow; today: IsoDate }) {
  return (
    <div
      role="row"
      className={`${ROW} relative min-h-9 border-b border-line hover:bg-ink/5 has-focus-visible:bg-ink/5 max-sm:py-2`}
    >
      <ChooseCell what="contract" id={row.id} name={`${row.studio} ${row.reference}`} />
      <span role="rowheader" className="min-w-0 truncate">
        <Link
          href={`/contracts/${row.id}`}
          prefetch={false}
          className={classes('font-emphasis after:absolute after:inset-0', nameLook(row.closing))}
        >
          {row.studio}
        </Link>
      </span>
      <span
        role="cell"
        className={classes(
          'truncate font-mono text-ink-2 max-sm:text-end',
          row.closing !== null && 'line-through',
        )}
      >
        {row.reference}
      </span>
      <span role="cell" className="text-ink-2 max-sm:hidden">
        {formatDay(row.signedOn)}
      </span>
      <span role="cell" className="text-end max-sm:text-start">
        {row.licenses}
        <span className="text-ink-3 sm:hidden"> {row.licenses === 1 ? 'license' : 'licenses'}</span>
      </span>
      <span role="cell" className="text-end text-ink-2 max-sm:hidden">
        {row.current}
      </span>
      <span role="cell" className="text-ink-2 max-sm:text-end">
        {row.closing !== null ? (
          <ClosedMark closing={row.closing} />
        ) : row.nextEnd === null ? (
          '–'
        ) : (
          nextEndWords(row.nextEnd, day)
        )}
      </span>
    </div>
  );
}

function NoContracts({ isSearch }: { isSearch: boolean }) {
  if (isSearch)
    return (
      <EmptyState
        title="No contracts match"
        place="nothing by that name"
        actions={
          <LinkButton href="/contracts" variant="secondary">
            Show all contracts
          </LinkButton>
        }
      >
        Search by studio or reference number, shorten your search, or remove a filter.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No contracts yet"
      place="your first license goes here"
      actions={
        <ForEditors>
          <LinkButton href="/contracts/new" variant="primary">
            Record a contract
          </LinkButton>
        </ForEditors>
      }
    >
      A contract is a signed deal with one studio. Its licenses define what you may offer, where, on
      which devices and when.
    </EmptyState>
  );
}
