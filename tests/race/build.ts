import { DomainError } from '../../src/domain/errors';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { PrismaLicenseViews } from '../../src/adapters/postgres/license/license-views';
import { PrismaUnitOfWork } from '../../src/adapters/postgres/prisma-unit-of-work';
import * as changingMany from '../../src/service/bulk/change-licenses';
import * as copying from '../../src/service/bulk/copy-license';
import * as undoingMany from '../../src/service/bulk/undo-licenses';
import * as bulk from '../../src/service/content/assign-titles';
import * as titleClosing from '../../src/service/content/close-title';
import * as takedowns from '../../src/service/content/takedown-service';
import * as titles from '../../src/service/content/content-service';
import * as contracts from '../../src/service/contract/contract-service';
import { Busy, OutcomeUnknown } from '../../src/service/errors';
import * as closing from '../../src/service/license/close-license';
import * as generation from '../../src/service/license/generate-offers';
import * as changes from '../../src/service/license/license-service';
import * as reopening from '../../src/service/license/reopen-licenses';
import * as priceTables from '../../src/service/price-table/price-table-service';
import * as undo from '../../src/service/license/undo-change';

const licenses = {
  ...{ ...changes, ...closing, ...generation, ...reopening, ...undo },
  ...{ ...changingMany, ...copying, ...undoingMany },
};
const contents = { ...titles, ...bulk, ...takedowns, ...titleClosing };

/** The service core of one build of the program: this one, or a modified copy. */
export interface Build {
  readonly DomainError: typeof DomainError;
  readonly Busy: typeof Busy;
  readonly OutcomeUnknown: typeof OutcomeUnknown;
  readonly openDatabase: typeof openDatabase;
  readonly PrismaUnitOfWork: typeof PrismaUnitOfWork;
  readonly PrismaLicenseViews: typeof PrismaLicenseViews;
  readonly contracts: typeof contracts;
  readonly licenses: typeof licenses;
  readonly contents: typeof contents;
  readonly priceTables: typeof priceTables;
}

export const thisBuild: Build = {
  DomainError,
  Busy,
  OutcomeUnknown,
  openDatabase,
  PrismaUnitOfWork,
  PrismaLicenseViews,
  contracts,
  licenses,
  contents,
  priceTables,
};
