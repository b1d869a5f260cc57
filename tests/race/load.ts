import { setTimeout } from 'node:timers/promises';
import { contractDetails } from '../builders/command-builders';
import { anId, anOfferData, days, someDetails } from '../builders/license-builders';
import type { AnswerLog } from './answer-log';
import { Random } from './random';
import { anEdit } from '../builders/price-table-builders';
import type { SeenPriceTable } from './prices/random-price-requests';
import { randomPriceRequest } from './prices/random-price-requests';
import type { SeenLicense } from './random-requests';
import { randomRequest } from './random-requests';
import type { SeenTitle } from './random-title-requests';
import { details as titleDetails, randomTitleRequest } from './random-title-requests';
import type { Answer, Request } from './requests';
import { asking, newCommand } from './requests';

/** An app, in the same process or remote. */
export interface App {
  send(request: Request): Promise<Answer>;
  /** `null` when there is no such license or it could not be read. */
  view(licenseId: string): Promise<SeenLicense | null>;
  title(contentId: string): Promise<SeenTitle | null>;
  priceTable(id: string): Promise<SeenPriceTable | null>;
}

export interface Load {
  /** The apps to use, always at least one. */
  readonly apps: () => readonly App[];
  readonly contractId: string;
  readonly licenseIds: readonly string[];
  readonly contentIds: readonly string[];
  readonly priceTableId: string;
  readonly clients: number;
  readonly random: Random;
  readonly answerLog: AnswerLog;
  /** Clients start nothing new once this returns true. */
  readonly enough: () => boolean;
}

export interface Figures {
  /** Commands sent; repeated ones count again. */
  sent: number;
  accepted: number;
  stale: number;
  /** Refused by a domain rule. */
  refused: number;
  replayed: number;
  /** Sent again on purpose. */
  twice: number;
  /** Sent again because the outcome was unknown or the database busy. */
  resent: number;
  /** The latest contract version that a client received. */
  contractVersion: number;
  /** Latencies of commands, in milliseconds. */
  readonly latencies: number[];
}

/** Some licenses share a territory, and others do not. */
const TERRITORIES = [['CA', 'US'], ['DE'], ['FR', 'DE'], ['BR'], ['US']];
const TITLES = 8;

/**
 * Records a contract and its studio's price table, grants licenses with an offer each, and registers titles with some of
 * these offers.
 */
export async function prepareLoad(
  app: Pick<App, 'send'>,
  answerLog: AnswerLog,
  licenses: number,
): Promise<Pick<Load, 'contractId' | 'licenseIds' | 'contentIds' | 'priceTableId'>> {
  const contractId = anId();
  const priceTableId = anId();
  const details = contractDetails();
  const { studio } = details;
  const licenseIds = Array.from({ length: licenses }, anId);
  const contentIds = Array.from({ length: TITLES }, anId);
  const first = anOfferData();
  const random = new Random(licenses);
  const requests: Request[] = [
    { kind: 'record', command: { ...newCommand(), contractId, details } },
    {
      kind: 'record prices',
      command: { ...newCommand(), priceTableId, studio, prices: [anEdit()] },
    },
    ...licenseIds.flatMap((licenseId, index): Request[] => {
      const territories = TERRITORIES[index % TERRITORIES.length] ?? [];
      const granted = someDetails({
        terms: { territories, window: days('2026-01-01', '2026-12-31') },
      });
      return [
        {
          kind: 'grant',
          command: { ...newCommand(), licenseId, contractId, details: granted },
        },
        asking({ kind: 'offers-generated', offers: [first] }, licenseId, 1),
      ];
    }),
    ...contentIds.map((contentId, index): Request => {
      const chosen = { licenseId: licenseIds[index % licenseIds.length] ?? '', offer: first };
      const command = {
        ...newCommand(),
        contentId,
        details: titleDetails(contentId, random),
        first: chosen,
      };
      return { kind: 'register', command };
    }),
  ];
  for (const request of requests) answerLog.note(request, await app.send(request));
  return { contractId, licenseIds, contentIds, priceTableId };
}

export function noFigures(): Figures {
  return {
    ...{
      sent: 0,
      accepted: 0,
      stale: 0,
      refused: 0,
      replayed: 0,
      twice: 0,
      resent: 0,
      contractVersion: 1,
    },
    latencies: [],
  };
}

/**
 * Runs clients that read a license and change it, one license after the other, until `enough`.
 *
 * @param figures of an earlier run that goes on
 */
export async function runLoad(load: Load, figures = noFigures()): Promise<Figures> {
  await Promise.all(Array.from({ length: load.clients }, () => client(load, figures)));
  figures.latencies.sort((a, b) => a - b);
  return figures;
}

async function client(load: Load, figures: Figures): Promise<void> {
  const { random, licenseIds, contractId } = load;
  const seen = new Map<string, SeenLicense>();
  while (!load.enough()) {
    const licenseId = random.one(licenseIds);
    if (licenseId === undefined) return;
    // Sometimes a client uses an outdated page.
    const old = random.chance(0.2) ? seen.get(licenseId) : undefined;
    const view = old ?? (await anyApp(load)?.view(licenseId)) ?? null;
    if (view === null) {
      await setTimeout(20);
      continue;
    }
    seen.set(licenseId, view);
    const contract = { id: contractId, version: figures.contractVersion };
    const request =
      (random.chance(0.08) ? await priceRequest(load) : null) ??
      (random.chance(0.4) ? await titleRequest(load, view) : null) ??
      randomRequest(view, contract, random, await othersOpen(load));
    const twice = random.chance(0.1);
    if (twice) figures.twice += 1;
    const answers = await Promise.all([
      sendUntilAnswered(load, request, figures),
      ...(twice ? [sendUntilAnswered(load, request, figures)] : []),
    ]);
    await noteAnswers(load, request, answers, figures);
  }
}

/**
 * Notes the answers to one key. Of two that were under way at once, one may be refused on a state that the other no longer
 * met: only a refusal after both have ended settles anything.
 */
async function noteAnswers(
  load: Load,
  request: Request,
  answers: readonly Answer[],
  figures: Figures,
): Promise<void> {
  const { answerLog } = load;
  const accepted = answers.filter(({ kind }) => kind === 'accepted');
  const isDisputed = accepted.length > 0 && accepted.length < answers.length;
  for (const answer of isDisputed ? accepted : answers) answerLog.note(request, answer);
  if (isDisputed) answerLog.note(request, await sendUntilAnswered(load, request, figures));
}

/** Sometimes a client has other licenses open, too, as they are now. */
async function othersOpen(load: Load): Promise<readonly SeenLicense[]> {
  const { licenseIds, random } = load;
  if (random.chance(0.8)) return [];
  const some = [random.one(licenseIds), random.one(licenseIds)].filter((id) => id !== undefined);
  const views = await Promise.all(
    [...new Set(some)].map(async (id) => (await anyApp(load)?.view(id)) ?? null),
  );
  return views.filter((view) => view !== null);
}

/** A request on titles by a client that has the license open. */
async function titleRequest(load: Load, license: SeenLicense): Promise<Request | null> {
  const { contentIds, random } = load;
  const some = contentIds.filter(() => random.chance(0.4));
  const titles = await Promise.all(some.map(async (id) => (await anyApp(load)?.title(id)) ?? null));
  return randomTitleRequest(
    titles.filter((title) => title !== null),
    license,
    random,
  );
}

async function priceRequest(load: Load): Promise<Request | null> {
  const table = (await anyApp(load)?.priceTable(load.priceTableId)) ?? null;
  return table === null ? null : randomPriceRequest(table, load.random);
}

/** Sends a request with the same key until its outcome is known, and returns it. */
async function sendUntilAnswered(load: Load, request: Request, figures: Figures): Promise<Answer> {
  for (;;) {
    const begun = performance.now();
    const answer: Answer = (await anyApp(load)?.send(request)) ?? { kind: 'unknown' };
    figures.sent += 1;
    if (answer.kind !== 'unknown' && answer.kind !== 'busy') {
      figures.latencies.push(performance.now() - begun);
      if (answer.kind === 'accepted') figures[answer.replayed ? 'replayed' : 'accepted'] += 1;
      if (answer.kind === 'accepted' && request.kind === 'correct')
        figures.contractVersion = Math.max(figures.contractVersion, answer.version);
      if (answer.kind === 'refused') figures[answer.code === 'stale' ? 'stale' : 'refused'] += 1;
      return answer;
    }
    load.answerLog.note(request, answer);
    figures.resent += 1;
    await setTimeout(20);
  }
}

function anyApp({ apps, random }: Load): App | undefined {
  return random.one(apps());
}

/** The figures as one line of text. */
export function inWords(figures: Figures, seconds: number): string {
  const { sent, accepted, stale, refused, replayed, twice, resent, latencies } = figures;
  const at = (share: number) => (latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(0);
  return (
    `${sent} commands in ${seconds.toFixed(0)} s (${(sent / seconds).toFixed(0)}/s), p50 ${at(0.5)} ms, ` +
    `p95 ${at(0.95)} ms; ${accepted} accepted, ${stale} stale (${((100 * stale) / sent).toFixed(0)} %), ` +
    `${refused} refused by a rule, ${twice} sent twice, ${resent} sent again, ${replayed} replayed`
  );
}
