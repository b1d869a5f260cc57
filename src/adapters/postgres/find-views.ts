import type {
  FindViews,
  Findings,
  Found,
  FoundContract,
  FoundLicense,
  FoundPerson,
} from '../../service/find-views';
import type { Reads } from './connection/transaction';
import { fold } from '../../domain/names/folding';
import { territoryOfNumber } from '../../domain/values/territory';
import { COUNT_LIMIT } from '../../service/page';
import { Prisma } from '../generated/prisma/client';
import { isNotVoid } from './rows';
import { containingWords, foldedColumn, likePattern, wordsOf } from './text-search';

const NOTHING = { rows: [], total: 0 };

type Counted<Row> = Row & { readonly total: number };

/** Finds by name on PostgreSQL, one statement for each kind. */
export class PrismaFindViews implements FindViews {
  constructor(private readonly prisma: Reads) {}

  async find({ text, most, withPeople }: Parameters<FindViews['find']>[0]): Promise<Findings> {
    if (wordsOf(text).length === 0)
      return { licenses: NOTHING, contracts: NOTHING, people: NOTHING };
    const [licenses, contracts, people] = await Promise.all([
      this.licenses(text, most),
      this.contracts(text, most),
      withPeople ? this.people(text, most) : NOTHING,
    ]);
    return { licenses, contracts, people };
  }

  private async licenses(text: string, most: number): Promise<Found<FoundLicense>> {
    const rows = await this.prisma.$queryRaw<
      Counted<Omit<FoundLicense, 'territories'> & { territories: number[] }>[]
    >`
      SELECT id::text, name, contract_reference AS "contractReference", studio, rights_type AS "rightsType", territories,
        total
      FROM ${best({ table: Prisma.sql`licenses l`, name: 'name' }, text, most, isNotVoid('l'))} found
      ORDER BY place`;
    return found(rows, ({ territories, ...row }) => ({
      ...row,
      territories: territories.map(territoryOfNumber).sort(),
    }));
  }

  private async contracts(text: string, most: number): Promise<Found<FoundContract>> {
    const rows = await this.prisma.$queryRaw<Counted<FoundContract>[]>`
      SELECT id::text, studio, reference, total
      FROM ${best({ table: Prisma.sql`contracts`, name: 'reference' }, text, most, Prisma.sql`closing IS NULL`)} found
      ORDER BY place`;
    return found(rows, (row) => row);
  }

  private async people(text: string, most: number): Promise<Found<FoundPerson>> {
    const people = Prisma.sql`(SELECT *, fold(name || ' ' || email) AS search_text FROM people) named`;
    const rows = await this.prisma.$queryRaw<Counted<FoundPerson>[]>`
      SELECT id::text, name, email, role, total
      FROM ${best({ table: people, name: 'name' }, text, most, Prisma.sql`deactivated_at IS NULL`)} found
      ORDER BY place`;
    return found(rows, (row) => row);
  }
}

/**
 * The rows whose `search_text` has every word of a text, each with how many there are and its place: the name itself comes
 * first, then what begins with the text, then where a word does.
 *
 * @param name the column that is called by
 */
function best(
  { table, name }: { readonly table: Prisma.Sql; readonly name: 'name' | 'reference' },
  text: string,
  most: number,
  kept: Prisma.Sql,
): Prisma.Sql {
  const begins = likePattern(fold(text));
  const called = foldedColumn(name);
  return Prisma.sql`(
    SELECT *, row_number() OVER (ORDER BY likeness, called, id) AS place
    FROM (
      SELECT *, count(*) OVER ()::int AS total, ${called} AS called, CASE
        WHEN ${called} = ${fold(text)} THEN 0
        WHEN search_text LIKE ${`${begins}%`} THEN 1
        WHEN search_text LIKE ${`% ${begins}%`} THEN 2
        ELSE 3 END AS likeness
      FROM (
        SELECT * FROM ${table} WHERE ${Prisma.join([...containingWords(text), kept], ' AND ')}
        LIMIT ${COUNT_LIMIT}::int) matching) ranked
    ORDER BY place LIMIT ${most}::int)`;
}

function found<Row, Told>(rows: readonly Counted<Row>[], told: (row: Row) => Told): Found<Told> {
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _total, ...row }) => told(row as Row)),
  };
}
