import { shortText } from './text';

/** Who gives a command: the name that history keeps. */
export interface Actor {
  readonly name: string;
}

/** @throws InvalidText for a name that is empty, over 120 characters or unreadable */
export function actor(name: string): Actor {
  return Object.freeze({ name: shortText(name, 'name', 'Your name') });
}
