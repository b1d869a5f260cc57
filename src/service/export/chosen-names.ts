import type { LicenseClosing, TitleClosing } from '../../domain/closing';
import type { ChosenNames } from '../../domain/export/export-words';
import type { ExportQuery } from '../../domain/export/export-query';
import type { ContentViews } from '../content/content-views';
import type { ContractViews } from '../contract/contract-views';
import type { LicenseViews } from '../license/license-views';
import { isoDate } from '../../domain/values/date-range';

/** Where the names of what was chosen are read. */
export interface NameViews {
  readonly contracts: Pick<ContractViews, 'contract'>;
  readonly licenses: Pick<LicenseViews, 'license'>;
  readonly contents: Pick<ContentViews, 'content'>;
}

/**
 * Looks up the names that describe a selection; a kind of which several are chosen is described by their number.
 *
 * @param at the current instant, ISO 8601 in UTC
 */
export async function chosenNames(
  {
    contractIds,
    licenseIds,
    contentIds,
  }: Pick<ExportQuery, 'contractIds' | 'licenseIds' | 'contentIds'>,
  { contracts, licenses, contents }: NameViews,
  at: string,
): Promise<ChosenNames> {
  const [contract, license, title] = await Promise.all([
    only(contractIds, (id) => contracts.contract(id, isoDate(at.slice(0, 10)))),
    only(licenseIds, (id) => licenses.license(id)),
    only(contentIds, (id) => contents.content(id)),
  ]);
  return {
    contract: contract && `${contract.studio} ${contract.reference}`,
    license: license && marked(license.details.name, license.closing),
    title: title && marked(title.details.title, title.closing),
  };
}

/** A name with how it is closed: `Library 2026 (ended)`. */
function marked(name: string, closing: LicenseClosing | TitleClosing | null): string {
  return closing === null ? name : `${name} (${closing.kind})`;
}

async function only<T>(
  [id, ...others]: readonly string[] = [],
  read: (id: string) => Promise<T | null>,
): Promise<T | null> {
  return id === undefined || others.length > 0 ? null : read(id);
}
