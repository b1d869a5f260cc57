import type { FieldOf } from '../../domain/conflict/merge';
import type { ContractDetails } from '../../domain/contract/contract';
import type { Words } from '../conflict/comparison';
import type { ContractConflict } from '../conflict/conflict';
import type { ContractViews } from './contract-views';
import { judgeCorrection } from '../../domain/contract/conflict';
import { validContractDetails } from '../../domain/contract/contract';
import { formatDay } from '../../domain/values/date-range';
import { correctionRows, NONE } from '../conflict/comparison';
import { explained } from '../conflict/conflict';
import { NotFound } from '../errors';

type Field = FieldOf<ContractDetails>;

const LABELS: Record<Field, string> = {
  studio: 'Studio',
  reference: 'Reference number',
  signedOn: 'Signed on',
  notes: 'Notes',
};

/**
 * Explains what a stale correction of a contract means on the latest version, with what happened since it was made.
 *
 * @param expectedVersion the version the command was made against
 * @param details as the person wants them
 * @throws NotFound, DomainError of the first detail that is not valid
 */
export async function explainContractConflict(
  contractId: string,
  expectedVersion: number,
  details: ContractDetails,
  views: Pick<ContractViews, 'contractSince'>,
): Promise<ContractConflict> {
  const found = await views.contractSince(contractId, expectedVersion);
  if (found === null) throw new NotFound('contract', contractId);
  const { version: latestVersion, details: latest, changes, entries } = found;
  const mine = validContractDetails(details);
  const base = changes.find((change) => change.kind === 'contract-corrected')?.before ?? latest;
  const verdict = judgeCorrection(mine, latest, base);
  return {
    ...explained('contract', {
      id: contractId,
      madeAgainst: expectedVersion,
      latestVersion,
      entries,
      verdict,
      nameOf: ({ after }) => `${after.studio} ${after.reference}`,
    }),
    rows: correctionRows(LABELS, inWords, [base, mine, latest], verdict),
  };
}

function inWords({ studio, reference, signedOn, notes }: ContractDetails): Words<Field> {
  return { studio, reference, signedOn: formatDay(signedOn), notes: notes === '' ? NONE : notes };
}
