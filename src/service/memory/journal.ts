/** What remembers a value by a key, and gets it back. */
interface Restorable {
  restore(key: string, before: unknown): void;
}

/**
 * Takes writes in memory back together: each notes what was there before. So nothing is copied, however much there is, and
 * a layer of writes costs what it wrote. Layers lie within each other.
 */
export class Journal {
  private readonly places: (readonly [Restorable, string])[] = [];
  private readonly values: unknown[] = [];
  private layers = 0;

  /** Something is about to be written. Outside of every layer it stays. */
  note(place: Restorable, key: string, before: unknown): void {
    if (this.layers === 0) return;
    this.places.push([place, key]);
    this.values.push(before);
  }

  /** Begins a layer. @returns where it begins, for `forget` */
  begin(): number {
    this.layers += 1;
    return this.places.length;
  }

  /** Ends the innermost layer; its writes become a part of the layer around it. */
  keep(): void {
    this.layers -= 1;
    if (this.layers > 0) return;
    this.places.length = 0;
    this.values.length = 0;
  }

  /** Ends the innermost layer, and takes its writes back. */
  forget(begun: number): void {
    this.layers -= 1;
    const values = this.values.splice(begun);
    for (const [place, key] of this.places.splice(begun).reverse())
      place.restore(key, values.pop());
  }
}

/** Values by key. */
export class Table<T extends object | string> {
  private readonly rows = new Map<string, T>();

  constructor(private readonly journal: Journal) {}

  get(key: string): T | undefined {
    return this.rows.get(key);
  }

  entries(): Iterable<readonly [string, T]> {
    return this.rows;
  }

  set(key: string, value: T): void {
    this.journal.note(this, key, this.rows.get(key));
    this.rows.set(key, value);
  }

  delete(key: string): void {
    this.journal.note(this, key, this.rows.get(key));
    this.rows.delete(key);
  }

  restore(key: string, before: T | undefined): void {
    if (before === undefined) this.rows.delete(key);
    else this.rows.set(key, before);
  }
}

/** Sets of members by key. */
export class Index {
  private readonly sets = new Map<string, Set<string>>();

  constructor(private readonly journal: Journal) {}

  of(key: string): Iterable<string> {
    return this.sets.get(key) ?? [];
  }

  add(key: string, member: string): void {
    const set = this.sets.get(key);
    if (set?.has(member) === true) return;
    this.journal.note(this, key, { member, was: false });
    if (set === undefined) this.sets.set(key, new Set([member]));
    else set.add(member);
  }

  delete(key: string, member: string): void {
    if (this.sets.get(key)?.delete(member) === true)
      this.journal.note(this, key, { member, was: true });
  }

  restore(key: string, { member, was }: { readonly member: string; readonly was: boolean }): void {
    if (was) this.sets.get(key)?.add(member);
    else this.sets.get(key)?.delete(member);
  }
}
