import type { ExportStyleInput } from '../../domain/export/export-style';
import type { Given, RecordStore } from '../records';
import type { Outcome } from '../unit-of-work';
import { exportProfile, ReceiverTaken } from '../../domain/export/export-profile';
import { NotFound } from '../errors';

export interface SaveExportProfile {
  /** Made by the client for a new profile: however often it is sent, it is one. */
  readonly profileId: string;
  readonly name: string;
  readonly style: ExportStyleInput;
}

export interface RemoveExportProfile {
  readonly profileId: string;
}

/** What became of a command on a profile. */
export interface ExportProfileSaved {
  readonly profileId: string;
}

/**
 * Saves how exports are written for a receiver: in place of the profile with this id, or else of the one that has the
 * receiver's name, however it is spelt.
 *
 * @throws InvalidText, InvalidFormats, UnwritableColumns; ReceiverTaken for a profile that would get the name of another
 */
export function saveExportProfile(
  { profileId, name, style, actor, at }: SaveExportProfile & Given,
  records: RecordStore,
): Promise<Outcome<ExportProfileSaved>> {
  return records.transact(async ({ exportProfiles }) => {
    const own = await exportProfiles.get(profileId);
    const named = await exportProfiles.named(name);
    if (own !== null && named !== null && named.id !== own.id) throw new ReceiverTaken(named.name);
    const id = named?.id ?? profileId;
    await exportProfiles.save(exportProfile(id, name, style), actor, at);
    return { profileId: id, replayed: false };
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
