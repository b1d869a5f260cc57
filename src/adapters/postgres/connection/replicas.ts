import type pg from 'pg';
import type { Place } from './replica';
import { askedTogether } from './asked-together';
import { END_OF_LOG, Replica } from './replica';

/**
 * Where reads go that need not trouble the primary: to a replica that shows everything that anybody was told is saved when
 * the read begins. So whoever reads finds what he has written himself, and what others tell him of.
 */
export class Replicas {
  private readonly replicas: readonly Replica[];
  private turn = 0;
  private readonly endOfLog = askedTogether(async (questions) => {
    const place = await this.look();
    return questions.map(() => place);
  });

  /**
   * @param urls of replicas
   * @param primary its pool
   * @param connections the most connections to each replica
   */
  constructor(
    urls: readonly string[],
    private readonly primary: Pick<pg.Pool, 'query'>,
    connections: number,
  ) {
    this.replicas = urls.map((url) => new Replica(url, connections));
  }

  /**
   * One that shows at least what the primary has now, of these the one that does least, in turn; `null` when there is none.
   *
   * @param patience milliseconds, for which each of them may catch up
   * @throws whatever the primary throws when it is asked
   */
  async upToDate(patience: number): Promise<Replica | null> {
    const { length } = this.replicas;
    this.turn = (this.turn + 1) % (length || 1);
    const inTurn = [...this.replicas.slice(this.turn), ...this.replicas.slice(0, this.turn)];
    const awake = inTurn
      .filter((replica) => !replica.rests)
      .sort((one, other) => one.underWay - other.underWay);
    if (awake.length === 0) return null;
    const place = await this.endOfLog('end of log');
    for (const replica of awake) if (await replica.shows(place, patience)) return replica;
    return null;
  }

  async close(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.close()));
  }

  private async look(): Promise<Place> {
    const { rows } = await this.primary.query<{ position: string; life: string }>(END_OF_LOG);
    const [row] = rows;
    if (row === undefined) throw new Error('The primary does not say where its log ends.');
    return { position: BigInt(row.position), life: row.life };
  }
}
