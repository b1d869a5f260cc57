import { randomBytes } from 'node:crypto';
import { EPOCH } from '../../src/adapters/postgres/events/change-reader';
import { withClient } from './client';

/**
 * Says that the database at an address was put back to an earlier state: whoever follows its events from a place of before is
 * told to start over.
 *
 * @param url of the database's owner, while nobody else is connected
 */
export async function beginNewLife(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(
      `ALTER DATABASE ${client.escapeIdentifier(client.database ?? '')} SET ${EPOCH} TO '${randomBytes(4).toString('hex')}'`,
    ),
  );
}
