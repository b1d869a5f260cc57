import type { Answers } from '../../src/domain/consistency/answer-consistency';
import type { Finding } from '../../src/domain/consistency/findings';
import { inSnapshot } from '../../src/adapters/postgres/consistency-source';
import { findingsInAnswers } from '../../src/domain/consistency/answer-consistency';
import { findingsInChain } from '../../src/domain/consistency/chain-consistency';
import { findingsInPriceTable } from '../../src/domain/consistency/price-table-consistency';
import { findingsInContract } from '../../src/domain/consistency/contract-consistency';
import { findingsInLicense } from '../../src/domain/consistency/license-consistency';
import { findingsInTitle } from '../../src/domain/consistency/title-consistency';
import type { Answer, Request } from './requests';
import { aggregateOf } from './requests';

/** The responses that clients received, by key. */
export class AnswerLog {
  private readonly accepted = new Map<string, Answers['accepted'][number]>();
  private readonly refused = new Set<string>();
  private readonly unresolved = new Set<string>();
  /** Responses that no client should get: bugs, and different responses for one key. */
  readonly complaints: string[] = [];

  note(request: Request, answer: Answer): void {
    const { key } = request.command;
    switch (answer.kind) {
      case 'accepted': {
        const earlier = this.accepted.get(key);
        if (earlier !== undefined && earlier.version !== answer.version)
          this.complaints.push(
            `${key} was accepted as version ${earlier.version} and as version ${answer.version}`,
          );
        const { version } = answer;
        this.accepted.set(key, {
          key,
          id: answer.id ?? aggregateOf(request),
          version,
          kind: changeKindOf(request),
        });
        this.unresolved.delete(key);
        break;
      }
      case 'unchanged':
      case 'refused':
        this.refused.add(key);
        this.unresolved.delete(key);
        break;
      case 'unknown':
        if (!this.accepted.has(key) && !this.refused.has(key)) this.unresolved.add(key);
        break;
      case 'busy':
        break;
      case 'bug':
        this.complaints.push(`${request.kind} ${key}: ${answer.words}`);
        break;
    }
  }

  get counts() {
    return {
      accepted: this.accepted.size,
      refused: this.refused.size,
      unresolved: this.unresolved.size,
    };
  }

  /** @returns what forgets all that was noted since, as a database does that is put back to this moment */
  remember(): () => void {
    const before = [[...this.accepted], [...this.refused], [...this.unresolved]] as const;
    return () => {
      for (const noted of [this.accepted, this.refused, this.unresolved]) noted.clear();
      for (const [key, answer] of before[0]) this.accepted.set(key, answer);
      for (const key of before[1]) this.refused.add(key);
      for (const key of before[2]) this.unresolved.add(key);
    };
  }

  /** All problems of the database at `url`, and all differences from the responses of clients. */
  async findings(url: string): Promise<string[]> {
    const answers = { accepted: [...this.accepted.values()], refused: [...this.refused] };
    const found = await findingsIn(url, answers);
    return [
      ...this.complaints,
      ...[...this.unresolved].map((key) => `${key} was never resolved`),
      ...found.map(
        ({ aggregate, id, problem, words }) => `${aggregate} ${id}: ${problem}: ${words}`,
      ),
    ];
  }
}

/** The findings of the consistency check for the data stored at `url`. */
export async function findingsIn(
  url: string,
  answers: Answers = { accepted: [], refused: [] },
): Promise<Finding[]> {
  return inSnapshot(url, async (source) => {
    const found: Finding[] = [];
    for await (const license of source.licenses()) found.push(...findingsInLicense(license));
    for await (const contract of source.contracts()) found.push(...findingsInContract(contract));
    for await (const table of source.priceTables()) found.push(...findingsInPriceTable(table));
    for await (const title of source.titles()) found.push(...findingsInTitle(title));
    for await (const line of source.chain()) found.push(...findingsInChain(line));
    found.push(...(await source.strays()));
    const recorded = [];
    for await (const line of source.recorded()) recorded.push(line);
    return [...found, ...findingsInAnswers(answers, recorded)];
  });
}

/** The kind of a request's change in the history; that of an undo depends on the undone change. */
function changeKindOf(request: Request): Answers['accepted'][number]['kind'] {
  switch (request.kind) {
    case 'record':
      return 'contract-recorded';
    case 'correct':
      return 'contract-corrected';
    case 'grant':
    case 'copy':
      return 'license-granted';
    case 'generate':
      return 'offers-generated';
    case 'replace':
      return 'offer-replaced';
    case 'withdraw':
      return 'offers-withdrawn';
    case 'rearrange':
      return 'offers-rearranged';
    case 'amend':
      return 'license-amended';
    case 'close':
    case 'close licenses':
    case 'undo copy':
      return 'license-closed';
    case 'reopen licenses':
      return 'license-reopened';
    // Of a kind that depends on the plan, or on what is undone.
    case 'change licenses':
    case 'undo licenses':
    case 'undo':
      return null;
    case 'register':
      return 'content-registered';
    case 'correct title':
      return 'content-corrected';
    case 'assign':
    case 'assign titles':
      return 'offer-assigned';
    case 'unassign':
    case 'unassign titles':
      return 'offers-unassigned';
    case 'move':
      return 'assignment-moved';
    case 'take down':
    case 'take down titles':
      return 'title-taken-down';
    case 'bring back':
    case 'undo takedowns':
      return 'title-brought-back';
    case 'close title':
      return 'title-closed';
    case 'reopen title':
      return 'title-reopened';
    case 'record prices':
      return 'price-table-recorded';
    case 'change prices':
    case 'remove price day':
    case 'undo prices':
      return 'prices-changed';
  }
}
