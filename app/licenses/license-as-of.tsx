'use client';

import { useMemo } from 'react';
import type { PackedLicense } from './license-model';
import { AsOfChip, AsOfLinks, AsOfNotice } from '@/history/as-of-parts';
import { nameLook } from '@/ui/closed-mark';
import { Fact, Facts, PageHeader } from '@/ui/shell/page-header';
import { DateRange } from '../../src/domain/values/date-range';
import { deviceName } from '../../src/domain/values/device';
import { ClosedLicense } from './closing/closing-banner';
import { LicensedFacts } from './terms/licensed-facts';
import { timelineModel } from './license-model';
import { OffersTable } from './offers/offers-table';
import { unpackOffers } from './offers/packed-offers';
import { Timeline } from '../timeline/timeline';

/** A license as it was at an earlier version: to look at, not to change. */
export function LicenseAsOf({
  license,
  today,
  day,
  latestVersion,
  change,
}: {
  license: PackedLicense;
  today: string;
  /** At whose end it was so, ISO 8601; left out where a version was asked for. */
  day?: string | undefined;
  latestVersion: number;
  /** The change that made this version: who, when, what. */
  change: string;
}) {
  const { id, version, details, contract } = license;
  const { rightsType, territories, devices, exclusive, window } = details.terms;
  const model = useMemo(
    () => timelineModel(license, unpackOffers(license.offers), today),
    [license, today],
  );
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: contract.studio },
          { label: contract.reference, href: `/contracts/${contract.id}`, isMono: true },
          { label: 'History', href: `/licenses/${id}/history` },
        ]}
        title={<span className={nameLook(license.closing)}>{details.name}</span>}
        beside={<AsOfChip version={version} latestVersion={latestVersion} />}
        actions={
          <AsOfLinks page={`/licenses/${id}`} version={version} latestVersion={latestVersion} />
        }
      >
        <Facts>
          <Fact name="Rights type">{exclusive ? `${rightsType} exclusive` : rightsType}</Fact>
          <Fact name="Territories">{territories.slice(0, 12).join(', ')}</Fact>
          <Fact name="Devices">{devices.map(deviceName).join(', ')}</Fact>
          <LicensedFacts terms={details.terms} />
          <Fact name="Window">{DateRange.of(window.startsOn, window.endsOn).toString()}</Fact>
        </Facts>
      </PageHeader>
      {license.closing !== null && <ClosedLicense closing={license.closing} window={window} />}
      <AsOfNotice version={version} latestVersion={latestVersion} day={day}>
        {change}
      </AsOfNotice>
      <Timeline
        model={model}
        selected={null}
        onOpenOffer={nothing}
        onCreateInSlot={nothing}
        label={`Offers of ${details.name} as of version ${version}`}
      />
      <OffersTable model={model} selected={null} today={today} />
    </>
  );
}

/** A past version is there to look at. */
function nothing() {
  return undefined;
}
