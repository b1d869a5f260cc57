import { notFound } from 'next/navigation';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { LicenseClosings } from '../../src/service/license/license-views';
import type { PastTitle } from '../../src/service/content/content-views';
import { AsOfChip, AsOfLinks, AsOfNotice } from '@/history/as-of-parts';
import { instantWords } from '@/words/instant';
import { nameLook } from '@/ui/closed-mark';
import { PageHeader } from '@/ui/shell/page-header';
import { contentViews, licenseViews } from '../../src/bootstrap';
import { addDaysWithin, dayNumber, isoDate } from '../../src/domain/values/date-range';
import type { AskedPlace } from './coverage/title-coverage';
import { assignedPrices, pricedRights } from './assigned-prices';
import { AssignmentsTable } from './assignments-table';
import { ClosedBanner } from './closing/closed-banner';
import { HadOffers } from './closing/had-offers';
import { CoverageSection } from './coverage/coverage-section';
import { HoleList } from './coverage/hole-list';
import { LicenseSection } from './coverage/license-stack';
import { coverageChoice, coverageSpan, PAST_SHOWN, titleCoverage } from './coverage/title-coverage';
import { standingTakedowns } from './takedowns/shown-takedowns';
import { TakedownBanners } from './takedowns/takedown-banners';
import { TitleFacts } from './title-facts';
import { numbered } from './title-words';

/** A title as it was at an earlier version: to look at, not to change. */
export async function TitleAsOf({
  contentId,
  at: { version = 0, asOf },
  asked,
  today,
}: {
  contentId: string;
  /** The version, or the day at whose end it was so. */
  at: { readonly version?: number | undefined; readonly asOf?: string | undefined };
  /** The place whose coverage is shown. */
  asked: AskedPlace;
  today: IsoDate;
}) {
  const past = await (asOf === undefined
    ? contentViews().contentAsOf(contentId, version)
    : contentViews().contentOn(contentId, asOf));
  if (past === null) notFound();
  const { latestVersion, details, closing, takedowns } = past;
  const { actor, at, words } = past.lastChange;
  const page = `/content/${contentId}`;
  const day = isoDate(asOf ?? at.slice(0, 10));
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Content', href: '/content' },
          { label: 'History', href: `${page}/history` },
        ]}
        title={<span className={nameLook(closing)}>{numbered(details)}</span>}
        beside={<AsOfChip version={past.version} latestVersion={latestVersion} />}
        actions={<AsOfLinks page={page} version={past.version} latestVersion={latestVersion} />}
      >
        <TitleFacts details={details} />
      </PageHeader>
      <AsOfNotice version={past.version} latestVersion={latestVersion} day={asOf}>
        {actor}, {instantWords(at)}: {words}
      </AsOfNotice>
      {closing === null ? (
        <>
          <TakedownBanners takedowns={standingTakedowns(takedowns, [], day)} today={day} />
          <OnOffer
            past={past}
            closings={await licenseViews().closings(past.assigned.map((one) => one.licenseId))}
            asked={asked}
            day={day}
            today={today}
          />
        </>
      ) : (
        <>
          <ClosedBanner closing={closing} />
          <HadOffers contentId={contentId} version={past.version} kind={closing.kind} today={day} />
        </>
      )}
    </>
  );
}

/** Where it was on offer: coverage from the day of the version on, licenses and offers. */
async function OnOffer({
  past: { id, version, assigned, takedowns, rights },
  closings,
  asked,
  day,
  today,
}: {
  past: PastTitle;
  /** Of its licenses, as they are closed now. */
  closings: LicenseClosings;
  asked: AskedPlace;
  /** On which the version was made. */
  day: IsoDate;
  today: IsoDate;
}) {
  const choice = coverageChoice(asked, assigned, day);
  const span = coverageSpan(
    rights.licenses.map(({ window }) => window),
    day,
  );
  const coverage = titleCoverage(await pricedRights(rights), choice, span);
  const shown = {
    start: dayNumber(addDaysWithin(day, -PAST_SHOWN)),
    end: dayNumber(span.endsOn ?? span.startsOn),
  };
  return (
    <>
      <section aria-labelledby="coverage" className="border-b border-line">
        <CoverageSection
          contentId={id}
          choice={choice}
          coverage={coverage}
          rights={rights}
          shown={shown}
          today={today}
          version={version}
        />
        <HoleList holes={coverage.holes} />
      </section>
      <section aria-labelledby="licenses">
        <LicenseSection rights={rights} closings={closings} shown={shown} today={today} />
      </section>
      <section aria-labelledby="offers" className="pt-4">
        <h2 id="offers" className="px-4 pb-1 text-panel-title">
          Offers <span className="font-normal text-ink-3">{assigned.length}</span>
        </h2>
        <AssignmentsTable
          assigned={assigned}
          prices={await assignedPrices(assigned, day)}
          closings={closings}
          takedowns={takedowns}
          today={day}
        />
      </section>
    </>
  );
}
