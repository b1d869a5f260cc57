import type { Metadata } from 'next';
import type { ListQuery } from '../list/list-address';
import type { SearchParameters } from '../list/list-query';
import type { LicenseFilterChoice } from '../list/license-filters';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { today } from '@/today';
import { totalWords } from '@/words/total-words';
import { requirePerson } from '@/person';
import { contractViews, licenseViews } from '../../../src/bootstrap';
import { DEVICES, deviceName } from '../../../src/domain/values/device';
import { FORMATS } from '../../../src/domain/values/format';
import { RIGHTS_TYPES } from '../../../src/domain/values/rights-type';
import { ChooseForm } from '../../exports/choose-form';
import { exportAddress } from '../../exports/export-address';
import { LicenseFilters } from '../list/license-filters';
import { LicenseList } from '../list/license-list';
import { listAddress } from '../list/list-address';
import { filterOf, listQuery } from '../list/list-query';
import { stripSpan } from '../../timeline/strip-span';
import { languageOptions } from '../../words/language-options';
import { territoryOptions } from '../../words/territory-options';

export const metadata: Metadata = { title: 'Licenses' };

const PAGE_SIZE = 50;

export default async function LicensesPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  await requirePerson('/licenses');
  const query = listQuery(await searchParams);
  const day = today();
  const strip = stripSpan(day);
  const [page, studios] = await Promise.all([
    licenseViews().list({
      filter: filterOf(query),
      sort: query.sort,
      descending: query.dir === 'desc',
      cursor: query.cursor,
      today: day,
      strip,
      pageSize: PAGE_SIZE,
    }),
    contractViews().studios(),
  ]);
  return (
    <>
      <header className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
        <h1 className="text-panel-title">
          Licenses <span className="font-normal text-ink-3">{totalWords(page.total)}</span>
        </h1>
        <div className="ms-auto flex gap-2">
          <ForEditors
            // A phone's tabs have no room for the exports.
            otherwise={
              <LinkButton href="/exports" className="sm:hidden">
                Exports
              </LinkButton>
            }
          >
            <LinkButton href={exportAddress({ studio: query.studio, contract: query.contract })}>
              Export
            </LinkButton>
            <LinkButton href="/licenses/new" variant="primary">
              New license
            </LinkButton>
          </ForEditors>
        </div>
      </header>
      <LicenseFilters query={query} choices={choices(studios, query)} />
      {page.rows.length === 0 ? (
        <Nothing query={query} hasContracts={studios.length > 0} />
      ) : (
        <>
          <ChooseForm what="license" count={page.rows.length}>
            <LicenseList rows={page.rows} query={query} strip={strip} today={day} isChoosable />
          </ChooseForm>
          <Pager page={page} noun="license" address={(cursor) => listAddress(query, { cursor })} />
        </>
      )}
    </>
  );
}

function Nothing({ query, hasContracts }: { query: ListQuery; hasContracts: boolean }) {
  const isFiltered = Object.values(filterOf(query)).some((value) => value !== undefined);
  if (isFiltered)
    return (
      <EmptyState
        title="No licenses match"
        place="nothing on this scale"
        actions={
          <LinkButton href="/licenses" variant="secondary">
            Show all licenses
          </LinkButton>
        }
      >
        Remove a filter or shorten your search.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No licenses yet"
      place="your first license goes here"
      actions={
        <ForEditors>
          {hasContracts ? (
            <LinkButton href="/licenses/new" variant="primary">
              Grant a license
            </LinkButton>
          ) : (
            <LinkButton href="/contracts/new" variant="primary">
              Record a contract
            </LinkButton>
          )}
        </ForEditors>
      }
      hint="To look around with demo data first, start with an empty database and CRMS_DEMO=1."
    >
      A license defines what you may offer, where, on which devices and when. It is granted under a
      contract with a studio{hasContracts ? '.' : ', so that comes first.'}
    </EmptyState>
  );
}

function choices(studios: readonly string[], query: ListQuery): LicenseFilterChoice[] {
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return [
    { name: 'studio', label: 'Studio', options: plain(studios) },
    { name: 'rights', label: 'Rights type', options: plain(Object.keys(RIGHTS_TYPES)) },
    {
      name: 'territory',
      label: 'Territory',
      options: territoryOptions().filter(({ value }) => value === query.territory),
      list: 'territories',
    },
    {
      name: 'device',
      label: 'Device',
      options: DEVICES.map((code) => ({ value: code, label: deviceName(code) })),
    },
    { name: 'format', label: 'Format', options: plain(FORMATS) },
    {
      name: 'language',
      label: 'Language',
      options: languageOptions().filter(({ value }) => value === query.language),
      list: 'languages',
    },
    { name: 'exclusive', label: 'Exclusive', options: [{ value: 'yes', label: 'Exclusive only' }] },
    {
      name: 'status',
      label: 'Status',
      options: [
        { value: 'current', label: 'Current' },
        { value: 'upcoming', label: 'Upcoming' },
        { value: 'ended', label: 'Ended' },
      ],
    },
    {
      name: 'expiring',
      label: 'Ends within',
      options: daysAhead(),
    },
    { name: 'starting', label: 'Starts within', options: daysAhead() },
    {
      name: 'closed',
      label: 'Closed',
      options: [
        { value: 'ended', label: 'Ended early' },
        { value: 'void', label: 'Void' },
      ],
    },
  ];
}

function daysAhead() {
  return [7, 30, 90, 365].map((days) => ({ value: String(days), label: `${days} days` }));
}
