import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { AnswerLog } from '../../../race/answer-log';
import { thisBuild } from '../../../race/build';
import {
  makeTitleFixture,
  recordTitleContract,
} from '../../../race/interleavings/title-interleaving';
import type { TestDatabase } from '../../support';

/** A contract, its licenses and titles of 2027, in a test file’s own database, and more such contracts. */
export async function titlesOn(database: TestDatabase) {
  const app = {
    build: thisBuild,
    unitOfWork: database.unitOfWork,
    views: new PrismaLicenseViews(database.prisma),
  };
  const contractId = await recordTitleContract(app);
  const fixture = await makeTitleFixture(app, contractId, new AnswerLog());
  return { contractId, fixture, anotherContract: () => recordTitleContract(app) };
}
