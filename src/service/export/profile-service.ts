import type { ExportStyleInput } from '../../domain/export/export-style';
import type { Given, RecordStore } from '../records';
import type { Outcome } from '../unit-of-work';
import {
  exportProfile,
  isSameProfile,
  ReceiverChanged,
  ReceiverTaken,
} from '../../domain/export/export-profile';
import { NotFound } from '../errors';

export interface SaveExportProfile {
  /** Made by the client for a new profile: however often it is sent, it is one. */
  readonly profileId: string;
  readonly name: string;
  readonly style: ExportStyleInput;
  /** The revision that the change was made against; 0 for a new profile; without it, whatever is stored is replaced. */
  readonly revision?: number | undefined;
}

export interface RemoveExportProfile {
  readonly profileId: string;
}

/** What became of a command on a profile. */
export interface ExportProfileSaved {
  readonly profileId: string;
}

/** What became of saving a profile. */
export interface ExportProfileRevised extends ExportProfileSaved {
  readonly revision: number;
}

/**
 * Saves how exports are written for a receiver: in place of the profile with this id, or else of the one that has the
 * receiver's name, however it is spelt. Nothing changes where it is stored so already.
 *
 * @throws InvalidText, InvalidFormats, UnwritableColumns; ReceiverTaken for a profile that would get the name of another, or a new one that has it;
 *   ReceiverChanged when the stored one is of another revision than the one that the change was made against
 */
export function saveExportProfile(
  { profileId, name, style, revision, actor, at }: SaveExportProfile & Given,
  records: RecordStore,
): Promise<Outcome<ExportProfileRevised>> {
  return records.transact(async ({ exportProfiles }) => {
    const own = await exportProfiles.get(profileId);
    const named = await exportProfiles.named(name);
    if (own !== null && named !== null && named.id !== own.id) throw new ReceiverTaken(named.name);
    const latest = own ?? named;
    const next = exportProfile(latest?.id ?? profileId, name, style, (latest?.revision ?? 0) + 1);
    if (latest !== null && isSameProfile(latest, next))
      return { profileId: latest.id, revision: latest.revision, replayed: false };
    if (latest !== null && revision !== undefined && revision !== latest.revision)
      throw revision === 0 ? new ReceiverTaken(latest.name) : new ReceiverChanged(latest);
    await exportProfiles.save(next, actor, at);
    return { profileId: next.id, revision: next.revision, replayed: false };
  });
}

/** Removes a profile; exports that were ordered with it stay. @throws NotFound */
export function removeExportProfile(
  { profileId }: RemoveExportProfile & Given,
  records: RecordStore,
): Promise<Outcome<ExportProfileSaved>> {
  return records.transact(async ({ exportProfiles }) => {
    if (!(await exportProfiles.remove(profileId))) throw new NotFound('export-profile', profileId);
    return { profileId, replayed: false };
  });
}
