import type { Actor } from '../../domain/people/actor';
import type {
  ArrangedTitle,
  ImportGroup,
  ImportStep,
  LicenseStep,
} from '../../domain/avails/planning/import-plan';
import type { TitleArrangement } from '../content/arrange-titles';
import type { Command, UnitOfWork } from '../unit-of-work';
import { contentKind, needsParent } from '../../domain/content/content-kind';
import { arrangeTitles } from '../content/arrange-titles';
import { bringTitleBack, takeDownTitle } from '../content/takedown-service';
import { recordContract } from '../contract/contract-service';
import {
  amendLicense,
  grantLicense,
  replaceOffer,
  withdrawOffers,
} from '../license/license-service';
import { generateOffers } from '../license/generate-offers';

/** The versions of the aggregates there are among these, as the next command will find them. */
export type VersionsNow = (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** In whose name and as what an import gives its commands. */
export interface ImportOrder {
  readonly importId: string;
  readonly actor: Actor;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The key of a command by a name that is the same each time the same import is applied. */
  readonly keyOf: (name: string) => string;
}

/**
 * Gives the commands of one group, through the same services as a person's. Somebody has to see to it that nobody else writes
 * what the group is based on meanwhile, and that nothing is stored when a command is refused.
 *
 * @throws DomainError of the first command that a rule refuses, and whatever the unit of work throws
 */
export async function applyGroup(
  { steps }: Pick<ImportGroup, 'steps'>,
  name: string,
  order: ImportOrder,
  unitOfWork: UnitOfWork,
  versionsNow: VersionsNow,
): Promise<void> {
  const { actor, at, importId, keyOf } = order;
  for (const [index, step] of steps.entries()) {
    const command = { key: keyOf(`${name} step ${index}`), actor, at, importId };
    await applyStep(step, command, unitOfWork, versionsNow);
  }
}

async function applyStep(
  step: ImportStep,
  command: Command,
  unitOfWork: UnitOfWork,
  versionsNow: VersionsNow,
): Promise<void> {
  const versionOf = async (id: string) => (await versionsNow([id])).get(id) ?? 0;
  switch (step.kind) {
    case 'record-contract': {
      const { contractId, details } = step;
      if ((await versionOf(contractId)) === 0)
        await recordContract({ ...command, contractId, details }, unitOfWork);
      return;
    }
    case 'grant-license': {
      const { licenseId, contractId, details } = step;
      await grantLicense({ ...command, licenseId, contractId, details }, unitOfWork);
      return;
    }
    case 'arrange-titles': {
      const titles = await arrangements(step.titles, versionsNow);
      if (titles.length > 0) await arrangeTitles({ ...command, titles }, unitOfWork);
      return;
    }
    case 'take-down-title': {
      const { contentId, plan } = step;
      const expectedVersion = await versionOf(contentId);
      await takeDownTitle({ ...command, contentId, expectedVersion, plan }, unitOfWork);
      return;
    }
    case 'bring-title-back': {
      const { contentId, takedown, from } = step;
      const expectedVersion = await versionOf(contentId);
      await bringTitleBack({ ...command, contentId, expectedVersion, takedown, from }, unitOfWork);
      return;
    }
    case 'amend-license':
    case 'generate-offers':
    case 'replace-offer':
    case 'withdraw-offers': {
      const expectedVersion = await versionOf(step.licenseId);
      await applyLicenseStep(step, { ...command, expectedVersion }, unitOfWork);
    }
  }
}

async function applyLicenseStep(
  step: LicenseStep,
  command: Command & { readonly expectedVersion: number },
  unitOfWork: UnitOfWork,
): Promise<void> {
  const { licenseId } = step;
  switch (step.kind) {
    case 'amend-license':
      await amendLicense({ ...command, licenseId, details: step.details }, unitOfWork);
      return;
    case 'generate-offers': {
      const plan = { kind: 'at', offers: step.offers } as const;
      await generateOffers({ ...command, licenseId, plan }, unitOfWork);
      return;
    }
    case 'replace-offer': {
      const { before, after } = step;
      await replaceOffer({ ...command, licenseId, before, after }, unitOfWork);
      return;
    }
    case 'withdraw-offers':
      await withdrawOffers({ ...command, licenseId, offers: step.offers }, unitOfWork);
      return;
  }
}

/** What is asked for titles, as they are by now: registered only once, and only what is there is belonged to. */
async function arrangements(
  titles: readonly ArrangedTitle[],
  versionsNow: VersionsNow,
): Promise<readonly TitleArrangement[]> {
  const coming = new Set(titles.map(({ contentId }) => contentId));
  const parentIds = titles.flatMap(({ details }) => details.parentId ?? []);
  const versions = await versionsNow([...new Set([...coming, ...parentIds])]);
  return titles
    .filter(({ contentId, isContainer }) => !isContainer || !versions.has(contentId))
    .map(({ contentId, details, give, take }) => {
      const { parentId } = details;
      const hasParent = parentId === null || coming.has(parentId) || versions.has(parentId);
      const registered =
        hasParent || needsParent(contentKind(details.kind))
          ? details
          : { ...details, parentId: null, position: null };
      return {
        contentId,
        expectedVersion: versions.get(contentId) ?? 0,
        details: registered,
        give,
        take,
      };
    });
}
