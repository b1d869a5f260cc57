'use client';

import { FileDown, FilePen, Plus } from 'lucide-react';
import type { LicenseClosing } from '../../src/domain/closing';
import type { PackedLicense } from './license-model';
import type { NextUndo } from './undo/next-undo';
import type { TimelineModel } from '../timeline/model';
import { Button } from '@/ui/button';
import { DeviceIcons } from '@/ui/device-icons';
import { LinkButton } from '@/ui/link-button';
import { Fact, Facts, PageHeader } from '@/ui/shell/page-header';
import { ForEditors } from '@/ui/role';
import { VersionChip, type VersionState } from '@/ui/version-chip';
import { DateRange, formatLength } from '../../src/domain/values/date-range';
import { territoryName } from '../../src/domain/values/territory';
import { exportAddress } from '../exports/export-address';
import { LicenseMenu } from './closing/license-menu';
import { CLOSED_NAMES } from '@/words/closing-words';
import { territoryWords } from '@/words/territory-words';
import { cells } from '../timeline/model';
import { LicensedFacts } from './terms/licensed-facts';
import { UndoButton } from './undo/undo-button';

/** How many territories are named before the rest is counted. */
const NAMED = { named: 3, called: territoryName };

/** The head of a license: what it is, its terms, its version, and what can be done with it. */
export function LicenseHeader({
  license,
  siblings,
  model,
  lastChange,
  state,
  nextUndo,
  canUndo,
  onUndo,
  onAmend,
  onCopy,
  onChangeOffers,
  onClose,
  onCreate,
}: {
  license: PackedLicense;
  /** How many licenses of its contract are not void. */
  siblings: number;
  model: TimelineModel;
  lastChange: string;
  state: VersionState;
  /** `null` where there is nothing to undo. */
  nextUndo: NextUndo | null;
  /** Not while a change is under way, or saved and not shown yet. */
  canUndo: boolean;
  onUndo: () => void;
  onAmend: () => void;
  /** Opens the form that copies the license. */
  onCopy: () => void;
  /** Opens the form that changes several offers; left out where there are none. */
  onChangeOffers: (() => void) | undefined;
  /** Opens the form that ends the license, or makes it void. */
  onClose: (kind: LicenseClosing['kind']) => void;
  onCreate: () => void;
}) {
  const { details, contract, version, closing } = license;
  const isVoid = closing?.kind === 'void';
  const { rightsType, territories, devices, exclusive } = details.terms;
  const window = DateRange.of(details.terms.window.startsOn, details.terms.window.endsOn);
  const where = territoryWords(territories, NAMED);
  return (
    <PageHeader
      breadcrumbs={[
        { label: contract.studio, href: `/licenses?studio=${encodeURIComponent(contract.studio)}` },
        {
          label: contract.reference,
          href: `/contracts/${contract.id}`,
          isMono: true,
          isVoid: contract.isVoid,
        },
        {
          label: `${siblings} ${siblings === 1 ? 'license' : 'licenses'}`,
          href: `/licenses?contract=${contract.id}`,
        },
      ]}
      title={isVoid ? <del className="text-ink-2">{details.name}</del> : details.name}
      beside={
        <>
          {closing !== null && (
            <span className="rounded-bar border border-line-strong px-1.5 text-label text-past-ink">
              {CLOSED_NAMES[closing.kind]}
            </span>
          )}
          <VersionChip version={version} state={state} href={`/licenses/${license.id}/history`} />
          <span className="max-w-100 min-w-0 truncate max-sm:hidden" title={lastChange}>
            {lastChange}
          </span>
        </>
      }
      actions={
        <ForEditors>
          {nextUndo !== null && !isVoid && (
            <UndoButton next={nextUndo} isDisabled={!canUndo} onUndo={onUndo} />
          )}
          <LinkButton href={exportAddress({ license: license.id })}>
            <FileDown aria-hidden />
            Export
          </LinkButton>
          {!isVoid && (
            <>
              <Button variant="secondary" onPress={onAmend}>
                <FilePen aria-hidden />
                Amend terms
              </Button>
              <LicenseMenu
                isEnded={closing !== null}
                onCopy={onCopy}
                onChangeOffers={onChangeOffers}
                onClose={onClose}
              />
              <Button variant="primary" keyCap="N" onPress={onCreate}>
                <Plus aria-hidden />
                New offer
              </Button>
            </>
          )}
        </ForEditors>
      }
    >
      <Facts>
        <Fact name="Rights type">
          {rightsType} {exclusive && <span className="text-ink-3">exclusive</span>}
        </Fact>
        <Fact name={territories.length === 1 ? 'Territory' : 'Territories'}>
          <span title={where.long}>{where.short}</span>
        </Fact>
        <Fact name="Devices">
          <DeviceIcons codes={devices} />
        </Fact>
        <LicensedFacts terms={details.terms} />
        <Fact name="Window">
          {window.toString()}{' '}
          {window.days !== null && <span className="text-ink-3">{formatLength(window.days)}</span>}
        </Fact>
        {!isVoid && <Fact name="Free">{freeWords(model)}</Fact>}
        {details.notes !== '' && (
          <Fact name="Notes">
            <span className="line-clamp-2 max-w-120 whitespace-pre-line" title={details.notes}>
              {details.notes}
            </span>
          </Fact>
        )}
      </Facts>
    </PageHeader>
  );
}

/** Free days ahead, and in how many slots. */
function freeWords(model: TimelineModel): string {
  const slots = cells(model).filter((cell) => cell.kind === 'slot' && !cell.past);
  if (slots.length === 0) return 'nothing ahead';
  if (slots.some(({ end }) => end === null)) return 'open end';
  const days = slots.reduce(
    (sum, { start, end }) => sum + ((end ?? start) - Math.max(start, model.today)),
    0,
  );
  return `${formatLength(days)} ahead in ${slots.length} ${slots.length === 1 ? 'slot' : 'slots'}`;
}
