import { Readiness } from '../../src/adapters/operations/readiness';
import type { LicenseView } from '../../src/service/license/license-views';
import type { Answer, Request } from './requests';
import { thisBuild } from './build';
import type { SeenPriceTable } from './prices/random-price-requests';
import type { SeenTitle } from './random-title-requests';
import { seenTitle } from './random-title-requests';
import { newCommand, perform } from './requests';

/*
 * One app process: the service core of the program with its own pool, controlled over IPC. Its arguments are the address of
 * the database and the number of connections. It exits when its parent disconnects.
 */

/** A request, or the id of what is to be read. */
export type Asked =
  | { readonly request: Request }
  | { readonly view: string }
  | { readonly title: string }
  | { readonly priceTable: string }
  | { readonly readiness: true };

export type ProcessRequest =
  | ({ readonly id: number } & Asked)
  /** In milliseconds, by which the clock of the process is to be wrong. */
  | { readonly clock: number };

export type ProcessMessage =
  | { readonly ready: true }
  | { readonly id: number; readonly answer: Answer }
  /** `null` when there is no such license or it could not be read. */
  | { readonly id: number; readonly view: LicenseView | null }
  | { readonly id: number; readonly title: SeenTitle | null }
  | { readonly id: number; readonly priceTable: SeenPriceTable | null }
  | { readonly id: number; readonly reason: string | null }
  /** An uncaught exception or an unhandled rejection. */
  | { readonly uncaught: string };

const [url = '', connections = '8'] = process.argv.slice(2);
const send = (message: ProcessMessage) => process.send?.(message);

for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    send({ uncaught: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });

const database = thisBuild.openDatabase(url, { connections: Number(connections) });
const unitOfWork = new thisBuild.PrismaUnitOfWork(database.prisma);
const views = new thisBuild.PrismaLicenseViews(database.prisma);

const readiness = new Readiness(database.prisma);

const RightTime = Date;

/** As when an operator or a time server sets the clock of a machine; what measures durations does not notice. */
function setClock(off: number): void {
  const now = () => RightTime.now() + off;
  globalThis.Date = new Proxy(RightTime, {
    construct: (right, given: unknown[]) =>
      Reflect.construct(right, given.length === 0 ? [now()] : given) as Date,
    get: (right, name) => (name === 'now' ? now : (Reflect.get(right, name) as unknown)),
  });
}

/** The process says when a command was given, by its own clock. */
function atThisTime<R extends Request>(request: R): R {
  return { ...request, command: { ...request.command, at: new Date().toISOString() } };
}

async function readTitle(contentId: string): Promise<SeenTitle | null> {
  const { title } = await unitOfWork.run(newCommand(), async ({ contents }) => {
    const content = await contents.get(contentId);
    return { title: content === null ? null : seenTitle(content) };
  });
  return title;
}

async function readPriceTable(id: string): Promise<SeenPriceTable | null> {
  const { seen } = await unitOfWork.run(newCommand(), async ({ priceTables }) => {
    const table = await priceTables.get(id);
    return { seen: table === null ? null : { id, version: table.version } };
  });
  return seen;
}

process.on('message', (request: ProcessRequest) => {
  if ('clock' in request) {
    setClock(request.clock);
    return;
  }
  const { id } = request;
  if ('request' in request)
    void perform(thisBuild, unitOfWork, atThisTime(request.request)).then((answer) =>
      send({ id, answer }),
    );
  else if ('readiness' in request)
    void readiness.state().then(({ reason }) => send({ id, reason }));
  else if ('title' in request)
    void readTitle(request.title).then(
      (title) => send({ id, title }),
      () => send({ id, title: null }),
    );
  else if ('priceTable' in request)
    void readPriceTable(request.priceTable).then(
      (priceTable) => send({ id, priceTable }),
      () => send({ id, priceTable: null }),
    );
  else
    void views.license(request.view).then(
      (view) => send({ id, view }),
      () => send({ id, view: null }),
    );
});

process.on('disconnect', () => void database.close().finally(() => process.exit()));

send({ ready: true });
