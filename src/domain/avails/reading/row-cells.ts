type Cells = Record<string, string>;

/**
 * Creates the cell objects of rows. Rows with the same columns are copies of one model, because adding forty keys one by
 * one takes several times the time and memory of a copy, and a file has tens of thousands of rows.
 */
export class RowCells {
  private keys: readonly string[] = [];
  private model: Cells = {};
  private readonly models = new Map<string, Cells>();

  of(keys: readonly string[], texts: readonly string[]): Cells {
    if (!this.isLast(keys)) {
      this.keys = keys;
      this.model = this.modelOf(keys);
    }
    const cells = { ...this.model };
    for (let place = 0; place < keys.length; place += 1)
      cells[keys[place] ?? ''] = texts[place] ?? '';
    return cells;
  }

  private isLast(keys: readonly string[]): boolean {
    if (keys === this.keys) return true;
    return keys.length === this.keys.length && keys.every((key, place) => key === this.keys[place]);
  }

  private modelOf(keys: readonly string[]): Cells {
    const columns = keys.join('\n');
    const known = this.models.get(columns);
    if (known !== undefined) return known;
    const blank = Object.fromEntries(keys.map((key) => [key, '']));
    const model = JSON.parse(JSON.stringify(blank)) as Cells;
    if (this.models.size < MAX_MODELS) this.models.set(columns, model);
    return model;
  }
}

/** Limits the models for a file whose rows all fill different columns. */
const MAX_MODELS = 1_000;
