/** A table in memory whose newest writes can be kept or forgotten together. */
export class Layer<T> {
  private readonly kept = new Map<string, T>();
  private readonly fresh = new Map<string, T>();

  get(key: string): T | undefined {
    return this.fresh.get(key) ?? this.kept.get(key);
  }

  set(key: string, value: T): void {
    this.fresh.set(key, value);
  }

  /** Everything there is, by key. */
  *entries(): Generator<readonly [string, T]> {
    yield* this.fresh;
    for (const entry of this.kept) if (!this.fresh.has(entry[0])) yield entry;
  }

  keep(): void {
    for (const [key, value] of this.fresh) this.kept.set(key, value);
    this.fresh.clear();
  }

  forget(): void {
    this.fresh.clear();
  }
}
