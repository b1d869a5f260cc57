import { shortText } from '../values/text';

/** Who gives a command: what history keeps of a person, or of a program with a token. */
export interface Actor {
  readonly name: string;
  /** The person's or the token's id, a UUID; none for what the product does by itself. */
  readonly id?: string | undefined;
}

/** @throws InvalidText for a name that is empty, over 120 characters or unreadable */
export function actor(name: string, id?: string): Actor {
  return Object.freeze({ name: shortText(name, 'name', 'Your name'), ...(id && { id }) });
}
