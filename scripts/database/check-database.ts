import type { Finding } from '../../src/domain/consistency/findings';
import { inSnapshot } from '../../src/adapters/postgres/consistency-source';
import { findingsInChain } from '../../src/domain/consistency/chain-consistency';
import { findingsInContract } from '../../src/domain/consistency/contract-consistency';
import { findingsInLicense } from '../../src/domain/consistency/license-consistency';
import { findingsInPriceTable } from '../../src/domain/consistency/price-table-consistency';
import { findingsInTitle } from '../../src/domain/consistency/title-consistency';

/** Reads everything in a database, prints what breaks a promise, and returns how many findings there are. */
export async function checkDatabase(url: string): Promise<number> {
  let licenses = 0;
  let offers = 0;
  let titles = 0;
  let assignments = 0;
  let versions = 0;
  let findings = 0;
  const report = (found: readonly Finding[]) => {
    findings += found.length;
    for (const { aggregate, id, problem, words } of found)
      console.log(`${aggregate} ${id}: ${problem}: ${words}`);
  };

  await inSnapshot(url, async (source) => {
    for await (const license of source.licenses()) {
      licenses += 1;
      offers += license.offers.length;
      versions += license.history.length;
      report(findingsInLicense(license));
    }
    for await (const contract of source.contracts()) {
      versions += contract.history.length;
      report(findingsInContract(contract));
    }
    for await (const table of source.priceTables()) {
      versions += table.history.length;
      report(findingsInPriceTable(table));
    }
    for await (const title of source.titles()) {
      titles += 1;
      assignments += title.assignments.length;
      versions += title.history.length;
      report(findingsInTitle(title));
    }
    for await (const line of source.chain()) report(findingsInChain(line));
    report(await source.strays());
  });

  const counted = (count: number, what: string) => `${count.toLocaleString('en-US')} ${what}`;
  console.log(
    `${counted(licenses, 'licenses')}, ${counted(offers, 'offers')}, ${counted(titles, 'titles')}, ` +
      `${counted(assignments, 'assignments')}, ${counted(versions, 'versions')} checked, ${counted(findings, 'findings')}`,
  );
  return findings;
}
