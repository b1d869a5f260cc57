import { z } from 'zod';

/** Where a stored value stands: named in the error when it cannot be read. */
export type Place = string;

/** JSON that is stored, with its version. */
export type Stored<T> = T & { readonly v: number };

/** Reads every version of a stored value that was ever written, and writes the newest. */
export interface StoredCodec<T> {
  /** @throws StoredUnreadable for an unknown version, and for what is not of its version's shape */
  read(json: unknown, place: Place): T;
  write(value: T): Stored<T>;
}

/** A stored value that this program cannot read: written by a later version of it, or broken. */
export class StoredUnreadable extends Error {
  constructor(
    readonly place: Place,
    reason: string,
  ) {
    super(
      `What is stored as ${place} cannot be read: ${reason}. Restore it, or upgrade the program.`,
    );
  }
}

const numbered = z.looseObject({ v: z.number().optional() });

/**
 * A codec of one kind of value.
 *
 * @param shapes the shape of every version from 1 on, which was written without a number; the last is the one that is
 *   written
 */
export function storedCodec<T extends object>(
  ...shapes: readonly [z.ZodType<T>, ...z.ZodType<T>[]]
): StoredCodec<T> {
  return {
    read: (json, place) => {
      const version = numbered.safeParse(json).data?.v ?? 1;
      const shape = shapes[version - 1];
      if (shape === undefined) throw new StoredUnreadable(place, `its version is ${version}`);
      const read = shape.safeParse(json);
      if (read.success) return read.data;
      const [issue] = read.error.issues;
      const at = issue?.path.join('.') ?? '';
      throw new StoredUnreadable(place, `${at === '' ? '' : `${at}: `}${issue?.message ?? ''}`);
    },
    write: (value) => ({ ...value, v: shapes.length }),
  };
}
