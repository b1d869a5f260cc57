import type { Metadata } from 'next';
import type { IsoDate } from '../../../src/domain/values/date-range';
import type { ListQuery } from '../list/list-address';
import type { SearchParameters } from '../../../src/wire/address';
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
import { exportAddress } from '../../exports/export-address';
import { ChooseLicenses, LicensesBulk } from '../bulk/licenses-bulk';
import { LicenseFilters } from '../list/license-filters';
import { LicenseList } from '../list/license-list';
import { listAddress } from '../list/list-address';
import { licenseFilter } from '../list/license-filter';
import { filterOf, listQuery } from '../list/list-query';
import { SINGLE_CHOICES } from '../list/single-choices';
import { SavedViews } from '../../views/saved-views';
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
  const person = await requirePerson('/licenses');
  const search = await searchParams;
  const query = listQuery(search);
  const day = today();
  const strip = stripSpan(day);
  const filter = await licenseFilter(query, day);
  const [page, studios] = await Promise.all([
    licenseViews().list({
      filter,
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
    <LicensesBulk today={day}>
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
            <LinkButton
              href={exportAddress({ studio: onlyOne(query.studio), contract: query.contract })}
            >
              Export
            </LinkButton>
            <LinkButton href="/licenses/new" variant="primary">
              New license
            </LinkButton>
          </ForEditors>
        </div>
      </header>
      <SavedViews
        list="licenses"
        personId={person.id}
        search={search}
        all="All licenses"
        countOf={(saved) => countOf(saved, day)}
      />
      <LicenseFilters query={query} choices={choices(studios, query)} />
      {page.rows.length === 0 ? (
        <Nothing query={query} hasContracts={studios.length > 0} />
      ) : (
        <>
          <ChooseLicenses count={page.rows.length} total={page.total} search={search}>
            <LicenseList rows={page.rows} query={query} strip={strip} today={day} isChoosable />
          </ChooseLicenses>
          <Pager page={page} noun="license" address={(cursor) => listAddress(query, { cursor })} />
        </>
      )}
    </LicensesBulk>
  );
}

function Nothing({ query, hasContracts }: { query: ListQuery; hasContracts: boolean }) {
  const isFiltered =
    query.missing !== undefined ||
    Object.values(filterOf(query)).some((value) => value !== undefined);
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
    { name: 'studio', label: 'Studio', options: plain(studios), ...COUNTED },
    {
      ...{ name: 'rights', label: 'Rights type', ...COUNTED },
      options: plain(Object.keys(RIGHTS_TYPES)),
    },
    {
      name: 'territory',
      label: 'Territory',
      options: territoryOptions().filter(({ value }) => query.territory?.includes(value)),
      list: 'territories',
      ...COUNTED,
    },
    {
      name: 'device',
      label: 'Device',
      options: DEVICES.map((code) => ({ value: code, label: deviceName(code) })),
      ...COUNTED,
    },
    { name: 'format', label: 'Format', options: plain(FORMATS), ...COUNTED, isRare: true },
    {
      name: 'language',
      label: 'Language',
      options: languageOptions().filter(({ value }) => query.language?.includes(value)),
      list: 'languages',
      ...COUNTED,
      isRare: true,
    },
    {
      ...{ name: 'exclusive', label: 'Exclusive', isRare: true, isCounted: true },
      options: [{ value: 'yes', label: 'Exclusive only' }],
    },
    {
      name: 'status',
      label: 'Status',
      options: [
        { value: 'current', label: 'Current' },
        { value: 'upcoming', label: 'Upcoming' },
        { value: 'ended', label: 'Ended' },
      ],
      ...COUNTED,
    },
    {
      name: 'expiring',
      label: 'Ends within',
      ...daysOf('expiring'),
    },
    { name: 'starting', label: 'Starts within', ...daysOf('starting'), isRare: true },
    {
      name: 'closed',
      label: 'Closed',
      options: [
        { value: 'ended', label: 'Ended early' },
        { value: 'void', label: 'Void' },
      ],
      ...COUNTED,
    },
    {
      name: 'offered',
      label: 'On offer',
      options: [{ value: 'none', label: 'Nothing now' }],
      isCounted: true,
    },
    { name: 'free', label: 'Free at least', ...daysOf('free') },
    { name: 'dark', label: 'Goes dark within', ...daysOf('dark') },
    {
      ...{ name: 'missing', label: 'Amounts', isRare: true, isCounted: true },
      options: [{ value: 'yes', label: 'Missing' }],
    },
  ];
}

const COUNTED = { isSeveral: true, isCounted: true } as const;

function daysOf(name: 'expiring' | 'starting' | 'free' | 'dark') {
  const options = SINGLE_CHOICES[name].map((days) => ({
    ...{ value: days, label: days === '1' ? '1 day' : `${days} days` },
  }));
  return { options, isCounted: true };
}

function onlyOne(values: readonly string[] | undefined): string | undefined {
  return values?.length === 1 ? values[0] : undefined;
}

/** How many licenses a saved view holds. */
async function countOf(search: SearchParameters, day: IsoDate): Promise<number> {
  const filter = await licenseFilter(listQuery(search), day);
  return licenseViews().count(filter, day);
}
