import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/shell/page-header';
import { requirePerson } from '@/person';
import { today } from '@/today';
import { instantWords } from '@/words/instant';
import { historyViews, licenseViews } from '../../../../src/bootstrap';
import { offerDifferences } from '../../../../src/domain/license/history/version-difference';
import { listed } from '../../../../src/domain/values/words';
import { compareAddress } from '../../compare/compare-address';
import { CompareLanes } from '../../compare/compare-lanes';
import { fieldRows, offerRow, sameFields } from '../../compare/compare-words';
import { DifferenceTable } from '../../compare/difference-table';
import { VersionChoice } from '../../compare/version-choice';

/** So many of the newest versions can be chosen; older ones by the address. */
const LISTED = 200;

const address = z.object({ licenseId: z.uuid() });
const version = z.coerce.number().int().min(1).optional().catch(undefined);
const search = z.object({ a: version, b: version });

export const metadata: Metadata = { title: 'Compare versions' };

/** Two versions of a license side by side: their timelines, their fields, their offers. */
export default async function ComparePage({
  params,
  searchParams,
}: {
  params: Promise<{ licenseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const parsed = address.safeParse(await params);
  if (!parsed.success) notFound();
  const { licenseId } = parsed.data;
  await requirePerson(`/licenses/${licenseId}/compare`);
  const asked = search.parse(await searchParams);
  const latest = await licenseViews().license(licenseId);
  if (latest === null) notFound();
  const compared = { a: asked.a ?? Math.max(1, latest.version - 1), b: asked.b ?? latest.version };
  const [a, b, { entries }] = await Promise.all([
    licenseViews().licenseAsOf(licenseId, compared.a),
    licenseViews().licenseAsOf(licenseId, compared.b),
    historyViews().history({ aggregateId: licenseId, pageSize: LISTED }),
  ]);
  if (a === null || b === null) notFound();
  const differences = offerDifferences(a.offers, b.offers);
  const same = sameFields(a, b);
  const lane = (one: typeof a) => ({
    version: one.version,
    saved: `${instantWords(one.lastChange.at)}, ${one.lastChange.actor}`,
    window: one.details.terms.window,
    offers: one.offers,
  });
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: latest.contract.studio },
          {
            label: latest.contract.reference,
            href: `/contracts/${latest.contract.id}`,
            isMono: true,
          },
          { label: latest.details.name, href: `/licenses/${licenseId}` },
          { label: 'History', href: `/licenses/${licenseId}/history` },
        ]}
        title="Compare versions"
        beside={`v${compared.a} to v${compared.b}`}
        actions={
          <LinkButton
            href={compareAddress(licenseId, { a: compared.b, b: compared.a })}
            variant="secondary"
          >
            Swap
          </LinkButton>
        }
      />
      <div className="flex flex-1 max-lg:flex-col">
        <nav
          aria-label="Versions to compare"
          className="shrink-0 border-line max-lg:order-last max-lg:border-t lg:w-60 lg:border-e xl:w-90"
        >
          <VersionChoice
            licenseId={licenseId}
            entries={entries.map(({ version, words, actor, at }) => ({
              ...{ version, words, actor, at, when: instantWords(at) },
            }))}
            compared={compared}
          />
        </nav>
        <div className="min-w-0 flex-1">
          <CompareLanes a={lane(a)} b={lane(b)} differences={differences} today={today()} />
          <DifferenceTable label="Fields" rows={fieldRows(a, b)} compared={compared} />
          <DifferenceTable label="Offers" rows={differences.map(offerRow)} compared={compared} />
          <p className="px-4 py-3 text-table text-ink-2">
            {compared.a === compared.b
              ? 'Both are the same version. Choose two versions.'
              : `${listed(same)} ${same.length === 1 ? 'is' : 'are'} the same in both.`}
          </p>
        </div>
      </div>
    </>
  );
}
