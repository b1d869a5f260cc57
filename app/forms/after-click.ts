import { startTransition } from 'react';

/**
 * Does what a click asks for where that takes long to draw, such as a form.
 *
 * By pointer it is drawn in pieces, and the page goes on answering: who has just pointed at something does not type yet.
 * A click that a key makes (`detail` is 0) is answered at once, so that the keys pressed after it go where they belong.
 */
export function afterClick({ detail }: { readonly detail: number }, answer: () => void): void {
  if (detail === 0) answer();
  else startTransition(answer);
}
