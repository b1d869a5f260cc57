import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import type { SearchParameters } from '../../../src/wire/address';
import { cursor } from '../../../src/wire/address';
import { HistoryStrip } from '../history-strip';
import { instantWords } from '@/words/instant';
import { Day } from '../../../src/wire/window';
import { today } from '@/today';
import { Visited } from '@/palette/recent';
import { requirePerson } from '@/person';
import { contentViews, historyViews, licenseViews } from '../../../src/bootstrap';
import { LicenseAsOf } from '../license-as-of';
import { LicenseWorkspace } from '../license-workspace';
import { LICENSE_ACTIONS } from '../license-address';
import { packOffers } from '../offers/packed-offers';
import { nextUndo } from '../undo/next-undo';
import { packLicense } from '../packed-license';
import { AssignedTitles } from '../titles/assigned-titles';

/** How many of the newest changes stand below the timeline. */
const NEWEST = 6;
/** How many titles stand on one page of them. */
const TITLES = 25;

const address = z.object({ licenseId: z.uuid() });
const search = z.object({
  version: z.coerce.number().int().min(1).optional().catch(undefined),
  asOf: Day.optional().catch(undefined),
  offer: z.iso.date().nullable().catch(null),
  action: z.enum(LICENSE_ACTIONS).optional().catch(undefined),
  first: z.iso.date().optional().catch(undefined),
  last: z
    .union([z.iso.date(), z.literal('open')])
    .optional()
    .catch(undefined),
  titlesOf: z.iso.date().optional().catch(undefined),
  cursor,
});

interface Properties {
  params: Promise<{ licenseId: string }>;
  searchParams: Promise<SearchParameters>;
}

export const metadata: Metadata = { title: 'License' };

export default async function LicensePage({ params, searchParams }: Properties) {
  const parsed = address.safeParse(await params);
  if (!parsed.success) notFound();
  const { licenseId } = parsed.data;
  const person = await requirePerson(`/licenses/${licenseId}`);
  const {
    version,
    asOf,
    offer,
    titlesOf,
    cursor: place,
    ...opened
  } = search.parse({ offer: null, ...(await searchParams) });
  if (version !== undefined || asOf !== undefined)
    return <AsOf licenseId={licenseId} version={version} day={asOf} />;
  const [view, { entries }, titles, titlesByOffer, undo, siblings] = await Promise.all([
    licenseViews().license(licenseId),
    historyViews().history({ aggregateId: licenseId, pageSize: NEWEST }),
    contentViews().assignedTo({ licenseId, startsOn: titlesOf, cursor: place, pageSize: TITLES }),
    contentViews().titlesByOffer(licenseId),
    licenseViews().nextToUndo(licenseId),
    licenseViews().siblings(licenseId),
  ]);
  if (view === null) notFound();
  const { actor, words, at } = view.lastChange;
  // A void license is not changed any more: the version before is what it had.
  const had =
    view.closing?.kind === 'void'
      ? await licenseViews().licenseAsOf(licenseId, view.version - 1)
      : null;
  return (
    <LicenseWorkspace
      license={await packLicense(view)}
      siblings={siblings}
      had={had === null ? null : { version: had.version, offers: packOffers(had.offers) }}
      today={today()}
      lastChange={`${actor}: ${words}, ${instantWords(at)}`}
      nextUndo={
        undo === null || undo.version > view.version
          ? null
          : nextUndo(undo, person.id, undo.change === 'license-closed')
      }
      initialOffer={offer}
      opened={opened}
      titlesByOffer={titlesByOffer}
      titles={
        <AssignedTitles
          licenseId={licenseId}
          offers={view.offers}
          counts={titlesByOffer}
          page={titles}
          startsOn={titlesOf}
          today={today()}
        />
      }
    >
      <HistoryStrip licenseId={licenseId} version={view.version} entries={entries} />
      <Visited
        kind="license"
        id={licenseId}
        name={view.details.name}
        about={`${view.contract.reference} · ${view.contract.studio}`}
      />
    </LicenseWorkspace>
  );
}

/** The license as of a version, or as it was at the end of a day. */
async function AsOf({
  licenseId,
  version = 0,
  day,
}: {
  licenseId: string;
  version: number | undefined;
  day: string | undefined;
}) {
  const [past, latest] = await Promise.all([
    day === undefined
      ? licenseViews().licenseAsOf(licenseId, version)
      : licenseViews().licenseOn(licenseId, day),
    licenseViews().license(licenseId),
  ]);
  if (past === null || latest === null) notFound();
  const { actor, at, words } = past.lastChange;
  return (
    <LicenseAsOf
      license={await packLicense(past)}
      today={today()}
      day={day}
      latestVersion={latest.version}
      change={`${actor}, ${instantWords(at)}: ${words}`}
    />
  );
}
