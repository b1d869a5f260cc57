import type { Queries } from '../../src/adapters/postgres/connection/transaction';
import { timed } from './figures';

/** How long commands hold a license and a title, in milliseconds, as somebody sees who looks every few of them. */
export class HeldTimes {
  readonly license: number[] = [];
  readonly title: number[] = [];

  constructor(private readonly prisma: Queries) {}

  /**
   * @param undo takes back what was done, not measured
   * @returns how long the command takes
   */
  async during(
    { licenseId, contentId }: { readonly licenseId: string; readonly contentId: string },
    act: () => Promise<unknown>,
    undo: () => Promise<unknown>,
  ): Promise<number> {
    const state = { isOver: false };
    const isOver = () => state.isOver;
    const watching = Promise.all([
      heldFor(() => isFree(this.prisma, 'licenses', licenseId), isOver),
      heldFor(() => isFree(this.prisma, 'content', contentId), isOver),
    ]);
    let took: number;
    try {
      took = await timed(act);
    } finally {
      state.isOver = true;
    }
    const [license, title] = await watching;
    this.license.push(license);
    this.title.push(title);
    await undo();
    return took;
  }
}

/** How long something was held until the command was over. */
async function heldFor(isItFree: () => Promise<boolean>, isOver: () => boolean): Promise<number> {
  let since: number | null = null;
  let held = 0;
  while (!isOver()) {
    const free = await isItFree();
    const now = performance.now();
    since = free ? null : (since ?? now);
    held = Math.max(held, since === null ? 0 : now - since);
  }
  return held;
}

/** Whether nobody holds a row: one that is held is skipped. */
async function isFree(prisma: Queries, table: 'licenses' | 'content', id: string) {
  const rows = await prisma.$queryRawUnsafe<object[]>(
    `SELECT 1 FROM ${table} WHERE id = $1::uuid FOR UPDATE SKIP LOCKED`,
    id,
  );
  return rows.length === 1;
}
