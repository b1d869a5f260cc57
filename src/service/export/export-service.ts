import type { ExportFormat, ExportQuery, ExportQueryInput } from '../../domain/export/export-query';
import type { Records, RecordStore } from '../records';
import type { Command, Outcome } from '../unit-of-work';
import type { NameViews } from './chosen-names';
import { Export, keptSince } from '../../domain/export/export';
import { exportQuery } from '../../domain/export/export-query';
import { exportWords } from '../../domain/export/export-words';
import { NotFound } from '../errors';
import { chosenNames } from './chosen-names';

export interface MakeExport {
  /** Made by the client for this intent: however often it is sent, it is one export. */
  readonly exportId: string;
  readonly query: ExportQueryInput;
  readonly format: ExportFormat;
  /** The profile of the receiver: the file is written by it, not by the style in the query. */
  readonly profileId?: string | undefined;
}

export interface CancelExport {
  readonly exportId: string;
}

export interface ExportRejectedRows {
  /** The same while the rows stand as they do: however often they are asked for, they are written once. */
  readonly exportId: string;
  readonly importId: string;
  readonly fileName: string;
  readonly uploadedBy: string;
}

/** What became of a command on an export. */
export interface ExportOrdered {
  readonly exportId: string;
}

/**
 * Orders an export, together with the job that makes it. The same order again, whose answer was lost, is not a second one;
 * one that failed, or whose file is no longer kept, is made again.
 *
 * @param names where the names in its description are looked up, as they are now
 * @throws DomainError of the part of the query that is not valid, ExportTaken, NotFound for the profile
 */
export async function makeExport(
  command: MakeExport & Command,
  records: RecordStore,
  names: NameViews,
): Promise<Outcome<ExportOrdered>> {
  const { exportId: id, format, actor, at } = command;
  const asked = exportQuery(command.query);
  const chosen = await chosenNames(asked, names, at);
  return records.transactOnce(command, async (transaction) => {
    const profile = await profileOf(command, transaction);
    const query = profile === null ? asked : { ...withoutStyle(asked), ...profile.style };
    const words = exportWords(query, chosen, profile?.name);
    const one = Export.order({ id, query, format, words, madeBy: actor.name, madeAt: at });
    return order(one, command, transaction);
  });
}

/** What is exported, without how it is written. */
function withoutStyle({
  endDates: _ends,
  territories: _territories,
  tiers: _tiers,
  formats: _formats,
  withoutColumns: _columns,
  ...query
}: ExportQuery): ExportQuery {
  return query;
}

async function profileOf({ profileId }: MakeExport, records: Records) {
  if (profileId === undefined) return null;
  const profile = await records.exportProfiles.get(profileId);
  if (profile === null) throw new NotFound('export-profile', profileId);
  return profile;
}

/** Orders the rejected rows of an import as they stand, for whoever uploaded it. */
export async function exportRejectedRows(
  { exportId: id, fileName, uploadedBy, ...command }: ExportRejectedRows & Command,
  records: RecordStore,
): Promise<Outcome<ExportOrdered>> {
  const one = Export.order({
    id,
    query: { rejectedOf: command.importId },
    format: 'xlsx',
    words: `Rejected rows of ${fileName}`,
    madeBy: uploadedBy,
    madeAt: command.at,
  });
  return records.transactOnce(command, (transaction) => order(one, command, transaction));
}

async function order(
  one: Export,
  { key, actor, at }: Command,
  { exports, jobs }: Records,
): Promise<Outcome<ExportOrdered>> {
  const { id: exportId } = one.data;
  const earlier = await exports.get(exportId);
  if (earlier === null) await exports.add(one);
  else if (earlier.orderAgain(one)) await exports.save(earlier);
  else return { exportId, replayed: true };
  await jobs.send('exports', { exportId, key, actor });
  await exports.forgetFilesBefore(keptSince(at));
  return { exportId, replayed: false };
}

/** Stops an export; does nothing when it is over. @throws NotFound */
export async function cancelExport(
  command: CancelExport & Command,
  records: RecordStore,
): Promise<Outcome<ExportOrdered>> {
  const { exportId, at } = command;
  return records.transactOnce(command, async ({ exports }) => {
    const one = await exports.get(exportId);
    if (one === null) throw new NotFound('export', exportId);
    if (one.cancel(at)) await exports.save(one);
    return { exportId, replayed: false };
  });
}
