import type pg from 'pg';
import type { Statement } from '../bare-driver';

/** How PostgreSQL answered a statement: by which steps, over which indexes, reading how many 8 kB pages. */
export interface Plan {
  readonly steps: readonly string[];
  readonly pages: number;
  /** The tables that were read from end to end and have anything in them. */
  readonly wholeTables: readonly string[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

/** Lets PostgreSQL answer a statement and say how. */
export async function planOf(client: pg.Client, { text, values }: Statement): Promise<Plan> {
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
    [...values],
  );
  const root = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (root === undefined) throw new Error('PostgreSQL explains nothing.');
  const nodes = all(root);
  const steps = nodes.flatMap(({ 'Node Type': type, 'Index Name': index }) =>
    index === undefined ? [] : [`${type} ${index}`],
  );
  return {
    steps: [...new Set(steps)].sort(),
    pages: pagesOf(root),
    wholeTables: nodes.flatMap((node) =>
      node['Node Type'] === 'Seq Scan' && pagesOf(node) > 0 ? (node['Relation Name'] ?? []) : [],
    ),
  };
}

function pagesOf(node: PlanNode): number {
  return node['Shared Hit Blocks'] + node['Shared Read Blocks'];
}

function all(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(all)];
}
